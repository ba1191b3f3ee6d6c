-- What is kept back from publication and why; and finding contracts among a million.
create table exemption_ground (
  code        text primary key,
  title       text not null,
  statute     text not null,
  valid_from  date not null,
  valid_to    date,
  source      text not null
);
comment on table exemption_ground is 'Grounds in law for which a field of the register may be kept back';
insert into exemption_ground (code, title, statute, valid_from, valid_to, source) values
  ('FOI_S24', 'National security', 'Freedom of Information Act 2000, section 24', date '2005-01-01', null, 'legislation.gov.uk/ukpga/2000/36'),
  ('FOI_S31', 'Law enforcement', 'Freedom of Information Act 2000, section 31', date '2005-01-01', null, 'legislation.gov.uk/ukpga/2000/36'),
  ('FOI_S38', 'Health and safety', 'Freedom of Information Act 2000, section 38', date '2005-01-01', null, 'legislation.gov.uk/ukpga/2000/36'),
  ('FOI_S40', 'Personal information', 'Freedom of Information Act 2000, section 40', date '2005-01-01', null, 'legislation.gov.uk/ukpga/2000/36'),
  ('FOI_S41', 'Information provided in confidence', 'Freedom of Information Act 2000, section 41', date '2005-01-01', null, 'legislation.gov.uk/ukpga/2000/36'),
  ('FOI_S42', 'Legal professional privilege', 'Freedom of Information Act 2000, section 42', date '2005-01-01', null, 'legislation.gov.uk/ukpga/2000/36'),
  ('FOI_S43', 'Commercial interests', 'Freedom of Information Act 2000, section 43', date '2005-01-01', null, 'legislation.gov.uk/ukpga/2000/36'),
  ('PA23_S94', 'Sensitive commercial information or national security', 'Procurement Act 2023, section 94', date '2025-02-24', null, 'legislation.gov.uk/ukpga/2023/54');

create table publication_exemption (
  id          uuid        primary key,
  version     bigint      not null,
  authority   text        not null,
  contract_id uuid        not null constraint publication_exemption_contract references contract on delete cascade,
  field       text        not null check (field in ('TITLE', 'DESCRIPTION', 'DEPARTMENT', 'SUPPLIER', 'VALUE',
                                                    'IRRECOVERABLE_VAT', 'DATES', 'DOCUMENTS')),
  ground      text        not null constraint publication_exemption_ground references exemption_ground,
  reason      text        not null,
  until       date,
  status      text        not null check (status in ('IN_FORCE', 'LIFTED', 'LAPSED')),
  end_reason  text,
  decided_at  timestamptz not null
);
comment on table publication_exemption is 'A field of a contract that is not published, on a ground in law';
comment on column publication_exemption.until is 'Last day it is kept back; null until it is lifted';
comment on column publication_exemption.reason is 'Why the ground applies; for the authority, never published';
create unique index publication_exemption_once on publication_exemption (contract_id, field) where status = 'IN_FORCE';
create index publication_exemption_to_lapse on publication_exemption (until) where status = 'IN_FORCE';

alter table publication_exemption enable row level security;
alter table publication_exemption force row level security;
create policy publication_exemption_tenant on publication_exemption
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) in ('system', 'public'))
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

-- Text, array and pattern operators are not leakproof, so row-level security keeps PostgreSQL from
-- using their indexes. What is searched therefore stands in a table nobody may read but its owner,
-- behind a view that says who sees what (docs/decisions/0017).
create extension if not exists btree_gin;

-- Indexes of contract that only searches used, and row-level security kept them from using.
drop index contract_by_area;
drop index contract_by_client_group;
drop index contract_by_category;
drop index contract_search;
drop index contract_party_by_name;
drop index contract_by_type;
drop index contract_by_service;
drop index contract_by_start;
drop index contract_by_value;
drop index contract_by_title;

create table contract_search (
  contract_id   uuid     not null constraint contract_search_contract references contract on delete cascade,
  audience      text     not null check (audience in ('ALL', 'OWN', 'PUBLIC')),
  authority     text     not null,
  status        text     not null,
  reference     text     not null,
  title         text     not null,
  type          text,
  service_type  text,
  area          text,
  client_groups text[]   not null,
  categories    text[]   not null,
  total_value   numeric(18, 2),
  start_date    date,
  end_date      date,
  suppliers     text     not null,
  provider_ids  uuid[]   not null,
  risk_tier     text,
  flagged       boolean  not null,
  search        tsvector not null,
  written_in    xid8     not null default pg_current_xact_id(),
  constraint contract_search_pk primary key (contract_id, audience)
);
comment on table contract_search is 'What contracts are found by; read through the view contract_found only';
comment on column contract_search.audience is 'ALL, or a pair: OWN has everything, PUBLIC lacks what is exempt from publication';
comment on column contract_search.categories is 'ProClass and CPV codes and all their beginnings of two digits or more';
comment on column contract_search.written_in is 'A transaction writes a row once, however many tables it changed';

create index contract_search_own on contract_search (authority, contract_id desc);
create index contract_search_own_title on contract_search (authority, title, contract_id);
create index contract_search_own_start on contract_search (authority, (coalesce(start_date, 'infinity')), contract_id);
create index contract_search_own_end on contract_search (authority, (coalesce(end_date, 'infinity')), contract_id);
create index contract_search_own_value on contract_search (authority, (coalesce(total_value, -1)), contract_id);
create index contract_search_all_title on contract_search (title, contract_id);
create index contract_search_all_start on contract_search ((coalesce(start_date, 'infinity')), contract_id);
create index contract_search_all_end on contract_search ((coalesce(end_date, 'infinity')), contract_id);
create index contract_search_all_value on contract_search ((coalesce(total_value, -1)), contract_id);
create index contract_search_by_status on contract_search (status, contract_id desc);
create index contract_search_by_type on contract_search (type, contract_id desc);
create index contract_search_by_service on contract_search (service_type, contract_id desc);
create index contract_search_by_reference on contract_search (reference);
create index contract_search_by_provider on contract_search using gin (provider_ids);
create index contract_search_text on contract_search using gin (authority, search);
create index contract_search_suppliers on contract_search using gin (authority, suppliers gin_trgm_ops);
create index contract_search_area on contract_search using gin (authority, area gin_trgm_ops);
create index contract_search_groups on contract_search using gin (authority, client_groups);
create index contract_search_categories on contract_search using gin (authority, categories);

do $$
declare reader text;
begin
  for reader in
    select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'contract_search'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop
    execute format('revoke all on contract_search from %s', reader);
  end loop;
end $$;

create view contract_found as
  select * from contract_search s
  where (s.audience <> 'PUBLIC' and (s.authority = current_setting('app.authority', true)
                                     or current_setting('app.reach', true) = 'system'))
     or (s.audience <> 'OWN' and s.status <> 'DRAFT' and current_setting('app.reach', true) = 'public');
comment on view contract_found is 'What a connection may find: the same rule as the row policy of contract';

create function code_beginnings(codes text[]) returns text[] language sql immutable as $$
  select coalesce(array_agg(distinct left(code, n)), '{}')
  from unnest(codes) code, generate_series(2, greatest(2, length(code))) n
$$;
comment on function code_beginnings is 'Category codes and their beginnings, so that a beginning is found by index';

create function contract_search_write(wanted uuid) returns void
  language plpgsql security definer set search_path from current as $$
declare
  kept_back text[];
begin
  select coalesce(array_agg(field), '{}') into kept_back from publication_exemption
    where contract_id = wanted and status = 'IN_FORCE';
  delete from contract_search where contract_id = wanted;
  insert into contract_search (contract_id, audience, authority, status, reference, title, type, service_type, area,
      client_groups, categories, total_value, start_date, end_date, suppliers, provider_ids, risk_tier, flagged, search)
  select c.id, a.audience, c.authority, c.status, c.reference,
    case when 'TITLE' = any (a.hidden) then 'Redacted' else c.title end,
    c.type, c.service_type, c.area, c.client_groups, code_beginnings(c.categories),
    case when 'VALUE' = any (a.hidden) then null else c.total_value end,
    case when 'DATES' = any (a.hidden) then null else c.start_date end,
    case when 'DATES' = any (a.hidden) then null else c.end_date end,
    case when 'SUPPLIER' = any (a.hidden) then '' else p.names end,
    case when 'SUPPLIER' = any (a.hidden) then '{}'::uuid[] else p.ids end,
    r.tier, coalesce(r.flagged, false),
    case when a.hidden = '{}' then c.search
      else to_tsvector('english', concat_ws(E'\n', c.reference,
        case when 'DEPARTMENT' = any (a.hidden) then null else c.terms ->> 'buyerName' end,
        case when 'TITLE' = any (a.hidden) then null else c.title end,
        case when 'DESCRIPTION' = any (a.hidden) then null else c.terms ->> 'description' end,
        case when 'SUPPLIER' = any (a.hidden) then null else p.names end)) end
  from contract c
    left join contract_risk r on r.contract_id = c.id
    cross join lateral (
      select coalesce(string_agg(concat_ws(' ', q.name, q.trading_name), E'\n'), '') as names,
        coalesce(array_agg(q.provider_id) filter (where q.provider_id is not null), '{}') as ids
      from contract_party q where q.contract_id = c.id) p
    cross join lateral (
      select 'ALL' as audience, '{}'::text[] as hidden where kept_back = '{}'
      union all select 'OWN', '{}' where kept_back <> '{}'
      union all select 'PUBLIC', kept_back where kept_back <> '{}') a
  where c.id = wanted;
end $$;
comment on function contract_search_write is 'Writes what a contract is found by, once without and once with what is exempt where anything is';

create function contract_search_follow() returns trigger
  language plpgsql security definer set search_path from current as $$
declare
  wanted uuid;
begin
  if tg_table_name = 'contract' then
    wanted := new.id;
  elsif tg_op = 'DELETE' then
    wanted := old.contract_id;
  else
    wanted := new.contract_id;
  end if;
  if not exists (select 1 from contract_search
                 where contract_id = wanted and written_in = pg_current_xact_id()) then
    perform contract_search_write(wanted);
  end if;
  return null;
end $$;
comment on function contract_search_follow is 'Runs when a transaction commits, after all its changes';

create constraint trigger contract_search_contract after insert or update on contract
  deferrable initially deferred for each row execute function contract_search_follow();
create constraint trigger contract_search_party after insert or update or delete on contract_party
  deferrable initially deferred for each row execute function contract_search_follow();
create constraint trigger contract_search_risk after insert or update or delete on contract_risk
  deferrable initially deferred for each row execute function contract_search_follow();
create constraint trigger contract_search_exemption after insert or update or delete on publication_exemption
  deferrable initially deferred for each row execute function contract_search_follow();

select set_config('app.reach', 'system', true);
select contract_search_write(id) from contract;

