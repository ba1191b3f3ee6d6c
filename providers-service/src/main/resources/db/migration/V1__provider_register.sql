-- The shared provider database: every authenticated caller reads it, callers with an authority write it.
create table provider (
  id             uuid        primary key,
  version        bigint      not null check (version > 0),
  authority      text        not null,
  legal_name     text        not null check (legal_name <> ''),
  sort_name      text        not null,
  trading_names  text[]      not null default '{}',
  kind           text,
  size           text        check (size in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
  sme            boolean,
  vcse           boolean,
  identifiers    text[]      not null default '{}',
  postcode       text,
  address        text,
  website        text,
  ultimate_owner text,
  brand          text,
  areas          text[]      not null default '{}',
  client_groups  text[]      not null default '{}',
  status         text        not null check (status in ('ACTIVE', 'MERGED')),
  merged_into    uuid        constraint fk_provider_survivor references provider,
  registered_at  timestamptz not null,
  constraint provider_merged_has_survivor check ((status = 'MERGED') = (merged_into is not null)),
  constraint provider_not_into_itself check (merged_into <> id)
);
comment on table provider is 'One record for each organisation, whichever authority met it first';
comment on column provider.authority is 'GSS code of the authority that recorded it; not an owner: the record is shared';
comment on column provider.sort_name is 'Normalised name without legal form, the order of lists';
comment on column provider.identifiers is 'scheme:value of every identifier the record states, also when it is merged';
create index provider_by_name on provider (sort_name, id);
create index provider_by_survivor on provider (merged_into) where merged_into is not null;
create index provider_by_areas on provider using gin (areas);

create table provider_identifier (
  scheme      text not null,
  value       text not null,
  provider_id uuid not null constraint fk_provider_identifier_holder references provider,
  constraint provider_identifier_pk primary key (scheme, value)
);
comment on table provider_identifier is 'Who holds an identifier: one organisation each; a merge moves them to the survivor';
create index provider_identifier_by_holder on provider_identifier (provider_id);

create table provider_name (
  provider_id uuid not null constraint fk_provider_name_holder references provider,
  core        text not null,
  block       text not null,
  constraint provider_name_pk primary key (provider_id, core)
);
comment on table provider_name is 'Normalised legal and trading names, to find candidates for a match';
create index provider_name_by_core on provider_name (core);
create index provider_name_by_block on provider_name (block);
create index provider_by_postcode on provider (postcode) where status = 'ACTIVE';

create table provider_merge (
  id                uuid        primary key,
  merged_id         uuid        not null constraint fk_provider_merge_merged references provider,
  survivor_id       uuid        not null constraint fk_provider_merge_survivor references provider,
  moved_identifiers text[]      not null,
  moved_names       text[]      not null,
  reason            text        not null,
  merged_at         timestamptz not null,
  undone_at         timestamptz
);
comment on table provider_merge is 'What a merge moved, so that it can be undone exactly';
create unique index provider_merge_in_force on provider_merge (merged_id) where undone_at is null;

create function provider_family(survivor uuid) returns setof uuid language sql stable as $$
  with recursive family(id) as (
    select survivor
    union
    select provider.id from provider join family on provider.merged_into = family.id
  )
  select id from family
$$;
comment on function provider_family is 'A provider and every record merged into it, however indirectly';

alter table provider enable row level security;
alter table provider force row level security;
create policy provider_shared on provider using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table provider_identifier enable row level security;
alter table provider_identifier force row level security;
create policy provider_identifier_shared on provider_identifier using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table provider_name enable row level security;
alter table provider_name force row level security;
create policy provider_name_shared on provider_name using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table provider_merge enable row level security;
alter table provider_merge force row level security;
create policy provider_merge_shared on provider_merge using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');

-- The history of shared records is shared as they are.
create policy journal_shared_read on journal for select
  using (aggregate_type in ('provider', 'location'));
