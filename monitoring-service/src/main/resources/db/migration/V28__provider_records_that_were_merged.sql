-- Which provider record speaks for which. What was recorded about a provider keeps the record it was about; whoever asks for a provider
-- is answered with every record of it, so that a merge that is taken back leaves nothing to repair.
create table provider_redirect (
  provider_id uuid   primary key,
  version     bigint not null,
  merged_into uuid
);
comment on table provider_redirect is
  'What each provider record last said of whom it is merged into, from topic providers.v1; shared by every authority, so without row policy';
comment on column provider_redirect.version is 'Version of the provider record that said so; an older one is not listened to';
create index provider_redirect_into on provider_redirect (merged_into) where merged_into is not null;

create table provider_speaker (
  provider_id uuid primary key,
  survivor_id uuid not null,
  constraint provider_speaker_other check (provider_id <> survivor_id)
);
comment on table provider_speaker is
  'For each merged record the one that speaks for it after every merge: provider_redirect followed to its end; shared by every authority, so without row policy';
create index provider_speaker_survivor on provider_speaker (survivor_id);

create function provider_survivor(provider uuid) returns uuid language sql stable as
$survivor$
  with recursive path(id, steps) as (
    select provider, 0
    union all
    select r.merged_into, path.steps + 1 from provider_redirect r join path on r.provider_id = path.id
    where r.merged_into is not null and path.steps < 50
  )
  select id from path order by steps desc limit 1
$survivor$;
comment on function provider_survivor is 'The record that speaks for a provider after every merge known here';

create function provider_family(survivor uuid) returns setof uuid language sql stable as
$family$
  with recursive family(id) as (
    select survivor
    union
    select r.provider_id from provider_redirect r join family on r.merged_into = family.id
  )
  select id from family
$family$;
comment on function provider_family is 'A provider and every record merged into it, however indirectly';

create function provider_records(provider uuid) returns setof uuid language sql stable rows 2 as
$records$
  select coalesce((select s.survivor_id from provider_speaker s where s.provider_id = provider), provider)
  union all
  select o.provider_id from provider_speaker o
  where o.survivor_id = coalesce((select s.survivor_id from provider_speaker s where s.provider_id = provider), provider)
$records$;
comment on function provider_records is 'Every record of the organisation a record is of: that which speaks for it and all that were merged';
