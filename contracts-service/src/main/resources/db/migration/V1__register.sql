-- The contract register: one row per contract; what it says is in terms, what is searched has columns.
create extension if not exists pg_trgm;

create table contract (
  id            uuid        primary key,
  lock_version  bigint      not null,
  authority     text        not null check (authority ~ '^[EWSN][0-9]{8}$'),
  status        text        not null check (status in ('DRAFT', 'PUBLISHED_TENDER', 'AWARDED', 'ACTIVE',
                                                       'EXPIRED', 'TERMINATED', 'DECOMMISSIONED', 'CANCELLED')),
  reference     text        not null,
  title         text        not null check (title <> ''),
  type          text,
  service_type  text,
  area          text,
  client_groups text[]      not null default '{}',
  categories    text[]      not null default '{}',
  total_value   numeric(18, 2) check (total_value >= 0),
  start_date    date,
  end_date      date,
  search_text   text        not null,
  search        tsvector    generated always as (to_tsvector('english', search_text)) stored,
  terms         jsonb       not null,
  ending        jsonb,
  sources       jsonb       not null default '[]',
  remarks       jsonb       not null default '[]',
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  constraint contract_reference_key unique (authority, reference),
  constraint contract_ends_after_start check (end_date >= start_date),
  constraint contract_active_is_complete
    check (status <> 'ACTIVE' or (start_date is not null and end_date is not null and total_value is not null)),
  constraint contract_ended_says_how
    check (status not in ('TERMINATED', 'DECOMMISSIONED', 'CANCELLED') or ending is not null)
);
comment on table contract is 'Every contract, commissioned activity, framework or other agreement of an authority';
comment on column contract.lock_version is 'Optimistic lock; the public version is one higher';
comment on column contract.terms is 'What the contract says, as published; the columns beside it are kept for searching';
comment on column contract.search_text is 'Title, reference, description, buyer and supplier names';
comment on column contract.categories is 'ProClass and CPV codes together';

create index contract_by_id on contract (authority, id desc);
create index contract_by_status on contract (authority, status, id desc);
create index contract_by_type on contract (authority, type, id desc);
create index contract_by_service on contract (authority, service_type, id desc);
create index contract_by_area on contract using gin (area gin_trgm_ops);
create index contract_by_end on contract (authority, (coalesce(end_date, 'infinity')), id);
create index contract_by_start on contract (authority, (coalesce(start_date, 'infinity')), id);
create index contract_by_value on contract (authority, (coalesce(total_value, -1)), id);
create index contract_by_title on contract (authority, title, id);
create index contract_by_client_group on contract using gin (client_groups);
create index contract_by_category on contract using gin (categories);
create index contract_search on contract using gin (search);
create index contract_to_expire on contract (end_date) where status = 'ACTIVE';

create table contract_party (
  id            uuid        primary key,
  contract_id   uuid        not null constraint contract_party_contract references contract on delete cascade,
  authority     text        not null,
  role          text        not null check (role in ('LEAD_SUPPLIER', 'ALLIANCE_PARTNER', 'SUBCONTRACTOR')),
  name          text        not null,
  trading_name  text,
  provider_id   uuid
);
comment on table contract_party is 'Suppliers of contracts, for finding contracts by them';
create index contract_party_by_contract on contract_party (contract_id);
create index contract_party_by_provider on contract_party (provider_id) where provider_id is not null;
create index contract_party_by_name on contract_party using gin (name gin_trgm_ops);

create table contract_source (
  authority    text        not null,
  scheme       text        not null check (scheme in ('CF_NOTICE', 'OCID')),
  value        text        not null,
  contract_id  uuid        not null constraint contract_source_contract references contract on delete cascade,
  content_hash text        not null,
  content      jsonb       not null,
  stated_at    timestamptz,
  imported_at  timestamptz not null,
  constraint contract_source_pk primary key (authority, scheme, value)
);
comment on table contract_source is 'Which entry of another system a contract was read from, and what it said last';
comment on column contract_source.content is 'What it said last, so that only its news is taken over and a keeper''s work stays';
comment on column contract_source.content_hash is 'Fingerprint of what the source said: an unchanged source changes nothing';
create index contract_source_by_contract on contract_source (contract_id);

create table contract_risk (
  contract_id uuid        primary key,
  authority   text        not null,
  tier        text        not null,
  score       numeric     not null,
  flagged     boolean     not null,
  reasons     jsonb       not null,
  assessed_at timestamptz not null
);
comment on table contract_risk is 'What monitoring says of a contract, kept from its events; rebuilt by replay';
create index contract_risk_flagged on contract_risk (authority) where flagged;

alter table contract enable row level security;
alter table contract force row level security;
create policy contract_tenant on contract
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system'
         or (current_setting('app.reach', true) = 'public' and status <> 'DRAFT'))
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table contract_party enable row level security;
alter table contract_party force row level security;
create policy contract_party_tenant on contract_party
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system'
         or (current_setting('app.reach', true) = 'public'
             and exists (select 1 from contract c where c.id = contract_id)))
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table contract_source enable row level security;
alter table contract_source force row level security;
create policy contract_source_tenant on contract_source
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table contract_risk enable row level security;
alter table contract_risk force row level security;
create policy contract_risk_tenant on contract_risk
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
