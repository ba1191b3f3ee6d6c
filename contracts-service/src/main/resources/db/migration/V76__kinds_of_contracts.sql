-- What facets count stands in one value, so that thousands of contracts are counted by comparing one text each and no
-- longer five texts and a list (docs/decisions/0057). Takes a minute and a half for a million contracts, during which
-- searches and changes wait (beforeEachMigrate.sql).
select set_config('app.reach', 'system', true);
create function contract_kind(authority text, status text, type text, service_type text, client_groups text[]) returns text
  language sql immutable parallel safe
  return jsonb_build_array(authority, status, type, service_type, to_jsonb(client_groups))::text;
comment on function contract_kind is 'What facets count of a contract, as a list in JSON; building one of texts depends on no setting';

create table contract_kinds (
  contract_id   uuid     not null,
  stretch       int      not null,
  flagged       boolean  not null,
  audience      text     not null,
  authority     text     not null,
  status        text     not null,
  kind          text     not null generated always as (contract_kind(authority, status, type, service_type, client_groups)) stored,
  risk_tier     text,
  type          text,
  service_type  text,
  client_groups text[]   not null,
  area          text,
  start_date    date,
  end_date      date,
  total_value   numeric(18, 2),
  annual_value  numeric(18, 2),
  vcse          boolean,
  reference     text     not null,
  title         text     not null,
  suppliers     text     not null,
  provider_ids  uuid[]   not null,
  codes         text[]   not null,
  categories    text[]   not null,
  written_in    xid8     not null default pg_current_xact_id(),
  search        tsvector not null
);
insert into contract_kinds (contract_id, stretch, flagged, audience, authority, status, type, service_type,
    risk_tier, client_groups, area, start_date, end_date, total_value, annual_value, vcse, reference, title, suppliers,
    provider_ids, codes, categories, written_in, search)
  select contract_id, stretch, flagged, audience, authority, status, type, service_type,
    risk_tier, client_groups, area, start_date, end_date, total_value, annual_value, vcse, reference, title, suppliers,
    provider_ids, codes, categories, written_in, search
  from contract_search order by contract_id, audience;

drop view contract_found;
drop table contract_search;
alter table contract_kinds rename to contract_search;

comment on table contract_search is 'What contracts are found by; read through the view contract_found only. What facets count stands first in a row, as one value';
comment on column contract_search.stretch is 'The place at which the contract was entered, by 4096; stays when the contract changes';
comment on column contract_search.kind is 'All that facets count but the risk tier, which the public does not see';
comment on column contract_search.audience is 'ALL, or a pair: OWN has everything, PUBLIC lacks what is exempt from publication';
comment on column contract_search.codes is 'ProClass and CPV codes as the contract has them';
comment on column contract_search.categories is 'ProClass and CPV codes and all their beginnings of two digits or more';
comment on column contract_search.annual_value is 'As stated or spread over the term; null where the value is exempt';
comment on column contract_search.vcse is 'Whether a voluntary, community or social enterprise is among its parties; null where suppliers are exempt';
comment on column contract_search.written_in is 'A transaction writes a row once, however many tables it changed';

alter table contract_search
  add constraint contract_search_pk primary key (contract_id, audience) include (stretch),
  add constraint contract_search_contract foreign key (contract_id) references contract on delete cascade,
  add constraint contract_search_audience_check check (audience in ('ALL', 'OWN', 'PUBLIC')),
  alter column area set statistics 1000;

create index contract_search_own on contract_search (authority, contract_id desc)
  include (audience, status, kind, risk_tier);
comment on index contract_search_own is 'An authority''s contracts, newest first, with everything facets count';
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
create index contract_search_by_kind on contract_search (service_type, type, status, contract_id desc);
comment on index contract_search_by_kind is 'Finds few or none at once when filters together leave few or none';
create index contract_search_by_reference on contract_search (reference);

-- Each with the stretch: places in the table ascend with it, so that the index leaps over what is older.
create index contract_search_by_provider on contract_search using gin (provider_ids, (array[stretch]));
create index contract_search_text on contract_search using gin (authority, search, (array[stretch]));
create index contract_search_suppliers on contract_search using gin (authority, suppliers gin_trgm_ops, (array[stretch]));
create index contract_search_facts on contract_search
  using gin (authority, area gin_trgm_ops, client_groups, categories, (array[stretch]));
comment on index contract_search_facts is 'Filters that many contracts match each and few together';
analyze contract_search;
create trigger contract_search_own_only before insert on contract_search
  for each row when (new.status = 'CANCELLED') execute function contract_search_own_only();

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
  select contract_id, audience, authority, status, reference, title, type, service_type, area, client_groups,
    categories, total_value, start_date, end_date, suppliers, provider_ids,
    case when (select current_setting('app.reach', true)) = 'public' then null else risk_tier end as risk_tier,
    case when (select current_setting('app.reach', true)) = 'public' then false else flagged end as flagged,
    search, written_in, codes, annual_value, vcse, stretch, kind
  from contract_search s
  where (s.audience <> 'PUBLIC' and (coalesce(s.authority = (select current_setting('app.authority', true)), false)
                                     or coalesce((select current_setting('app.reach', true)) = 'system', false)))
     or (s.audience <> 'OWN' and s.status <> 'DRAFT' and coalesce((select current_setting('app.reach', true)) = 'public', false));
comment on view contract_found is 'What a connection may find: the same rule as the row policy of contract';
