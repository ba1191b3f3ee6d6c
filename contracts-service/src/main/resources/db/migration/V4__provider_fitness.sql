-- What the provider register says of suppliers: who is suspended, and which record stands for which.
create table provider_suspension (
  id           uuid primary key,
  authority    text not null,
  provider_id  uuid not null,
  service_type text,
  reason       text not null,
  starts_on    date not null,
  ends_on      date not null,
  lifted_on    date
);
comment on table provider_suspension is 'View of providers.v1: providers that get no new work of an authority; rebuilt by replay';
comment on column provider_suspension.service_type is 'The service it is for; null: every service';
comment on column provider_suspension.lifted_on is 'First day without it, when it was lifted';
create index provider_suspension_by_authority on provider_suspension (authority, ends_on);

create table provider_redirect (
  provider_id uuid   primary key,
  version     bigint not null,
  merged_into uuid
);
comment on table provider_redirect is 'Provider records that are, or once were, merged into another one';
comment on column provider_redirect.version is 'Version of the provider record that said so; an older one is not listened to';
create index provider_redirect_into on provider_redirect (merged_into) where merged_into is not null;

create table redirected_party (
  party_id    uuid primary key constraint redirected_party_party references contract_party on delete cascade,
  authority   text not null,
  stated_id   uuid not null,
  shown_id    uuid not null
);
comment on table redirected_party is 'Which provider record a party pointed to before merges; holds as long as it shows shown_id';
create index redirected_party_by_stated on redirected_party (stated_id);

create function provider_survivor(provider uuid) returns uuid language sql stable as $$
  with recursive path(id, steps) as (
    select provider, 0
    union all
    select r.merged_into, path.steps + 1 from provider_redirect r join path on r.provider_id = path.id
    where r.merged_into is not null and path.steps < 50
  )
  select id from path order by steps desc limit 1
$$;
comment on function provider_survivor is 'The record that speaks for a provider after every merge known here';

create function provider_family(survivor uuid) returns setof uuid language sql stable as $$
  with recursive family(id) as (
    select survivor
    union
    select r.provider_id from provider_redirect r join family on r.merged_into = family.id
  )
  select id from family
$$;
comment on function provider_family is 'A provider and every record merged into it, however indirectly';

alter table provider_suspension enable row level security;
alter table provider_suspension force row level security;
create policy provider_suspension_tenant on provider_suspension
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table provider_redirect enable row level security;
alter table provider_redirect force row level security;
create policy provider_redirect_shared on provider_redirect using (true)
  with check (current_setting('app.reach', true) = 'system');

alter table redirected_party enable row level security;
alter table redirected_party force row level security;
create policy redirected_party_tenant on redirected_party
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
