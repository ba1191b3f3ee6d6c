-- What monitoring knows of contracts and providers, from their topics alone; every row can be rebuilt.
create table contract_view (
  contract_id   uuid   primary key,
  authority     text   not null,
  reference     text   not null,
  title         text   not null,
  status        text   not null,
  contract_type text,
  service_type  text,
  client_groups text[] not null default '{}',
  area          text,
  provider_id   uuid,
  provider_name text,
  annual_value  numeric,
  total_value   numeric,
  starts_on     date,
  ends_on       date,
  version       bigint not null
);
comment on table contract_view is 'Contracts as their service last told, from topic contracts.v1';
comment on column contract_view.provider_id is 'The lead supplier';
create index contract_view_provider on contract_view (provider_id);
create index contract_view_authority on contract_view (authority, status);

create table contract_party (
  contract_id uuid not null references contract_view on delete cascade,
  authority   text not null,
  provider_id uuid not null,
  role        text not null,
  name        text not null,
  constraint contract_party_pk primary key (contract_id, provider_id)
);
comment on table contract_party is 'Suppliers of a contract that are known providers';
create index contract_party_provider on contract_party (provider_id);

create table contract_marker (
  contract_id uuid   not null references contract_view on delete cascade,
  authority   text   not null,
  version     bigint not null,
  kind        text   not null check (kind in ('PRICE', 'TERM')),
  occurred_on date   not null,
  description text   not null,
  constraint contract_marker_pk primary key (contract_id, version, kind)
);
comment on table contract_marker is 'Days on which price or term of a contract changed, shown on trends';

create table location_view (
  location_id       uuid primary key,
  provider_id       uuid,
  name              text not null,
  care_type         text,
  area              text,
  status            text,
  regulator         text,
  rating            text,
  report_date       date,
  previous_rating   text,
  special_measures  boolean not null default false,
  version           bigint  not null
);
comment on table location_view is
  'Registered homes and branches with their ratings, from topic providers.v1; shared by every authority, so without row policy';
create index location_view_provider on location_view (provider_id);

create table location_rating_fall (
  location_id uuid not null references location_view on delete cascade,
  report_date date not null,
  from_rating text not null,
  to_rating   text not null,
  constraint location_rating_fall_pk primary key (location_id, report_date)
);
comment on table location_rating_fall is 'Reports that lowered the overall rating of a location';

create table provider_view (
  provider_id uuid primary key,
  name        text not null,
  status      text,
  version     bigint not null
);
comment on table provider_view is 'Providers, from topic providers.v1; shared by every authority, so without row policy';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['contract_view', 'contract_party', 'contract_marker'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')'
      || ' with check (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')',
      tenant_table || '_tenant', tenant_table);
  end loop;
end
$$;
