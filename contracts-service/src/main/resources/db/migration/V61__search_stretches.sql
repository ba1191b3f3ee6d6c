-- A search among the newest contracts reads the entries of the newest only, not a word's whole list in the index
-- (docs/decisions/0057). Takes a minute and a half for a million contracts,
-- for it writes anew what they are found by.
select set_config('app.reach', 'system', true);
create sequence contract_search_place;
comment on sequence contract_search_place is 'Places in order of entry; 4096 of them are a stretch';

create table contract_stretched (
  contract_id   uuid     not null,
  stretch       int      not null,
  flagged       boolean  not null,
  audience      text     not null,
  authority     text     not null,
  status        text     not null,
  type          text,
  service_type  text,
  risk_tier     text,
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
insert into contract_stretched (contract_id, stretch, flagged, audience, authority, status, type, service_type,
    risk_tier, client_groups, area, start_date, end_date, total_value, annual_value, vcse, reference, title, suppliers,
    provider_ids, codes, categories, search)
  select contract_id, dense_rank() over (order by contract_id) / 4096, flagged, audience, authority, status, type,
    service_type, risk_tier, client_groups, area, start_date, end_date, total_value, annual_value, vcse, reference,
    title, suppliers, provider_ids, codes, categories, search
  from contract_search order by contract_id, audience;
select setval('contract_search_place', (select count(*) + 1 from contract_stretched));

drop view contract_found;
drop table contract_search;
alter table contract_stretched rename to contract_search;

comment on table contract_search is 'What contracts are found by; read through the view contract_found only. What facets count stands first in a row, where little of it is read';
comment on column contract_search.stretch is 'The place at which the contract was entered, by 4096; stays when the contract changes';
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
  include (audience, status, type, service_type, client_groups, risk_tier);
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
    case when current_setting('app.reach', true) = 'public' then null else risk_tier end as risk_tier,
    case when current_setting('app.reach', true) = 'public' then false else flagged end as flagged,
    search, written_in, codes, annual_value, vcse, stretch
  from contract_search s
  where (s.audience <> 'PUBLIC' and (coalesce(s.authority = current_setting('app.authority', true), false)
                                     or coalesce(current_setting('app.reach', true) = 'system', false)))
     or (s.audience <> 'OWN' and s.status <> 'DRAFT' and coalesce(current_setting('app.reach', true) = 'public', false));
comment on view contract_found is 'What a connection may find: the same rule as the row policy of contract';

create function contract_search_window(places int) returns table (oldest uuid, stretch int)
  language sql stable security definer set search_path from current as $$
  select b.oldest, (select min(s.stretch) from contract_search s where s.contract_id >= b.oldest)
  from (select contract_id as oldest from contract_search order by contract_id desc offset places - 1 limit 1) b
$$;
comment on function contract_search_window is
  'The oldest of so many newest contracts and the first stretch that any of them stands in; tells nothing of who sees what';
comment on function contract_search_back is 'For the release before, which may still run beside this one';

create function contract_stretches(since int) returns int[] language sql stable as $$
  select array(select generate_series(since, (select (last_value / 4096)::int from contract_search_place)))
$$;
comment on function contract_stretches is 'A stretch and all after it, those of contracts entered just now too';

create or replace function contract_search_write(wanted uuid) returns void
  language plpgsql security definer set search_path from current as $$
declare
  kept_back text[];
  entered   int;
begin
  select coalesce(array_agg(field), '{}') into kept_back from publication_exemption
    where contract_id = wanted and status = 'IN_FORCE';
  select max(stretch) into entered from contract_search where contract_id = wanted;
  entered := coalesce(entered, nextval('contract_search_place') / 4096);
  delete from contract_search where contract_id = wanted;
  insert into contract_search (contract_id, stretch, audience, authority, status, reference, title, type, service_type,
      area, client_groups, categories, total_value, start_date, end_date, suppliers, provider_ids, risk_tier, flagged,
      search, codes, annual_value, vcse)
  select c.id, entered, a.audience, c.authority, c.status, c.reference,
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
        case when 'SUPPLIER' = any (a.hidden) then null else p.names end)) end,
    c.categories,
    case when 'VALUE' = any (a.hidden) then null else c.annual_value end,
    case when 'SUPPLIER' = any (a.hidden) then null else c.vcse end
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
