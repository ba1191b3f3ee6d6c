-- A search for joint opportunities reads 100,000 contracts at once: with these it need not look each up in the register.
alter table contract_search
  add column codes text[] not null default '{}',
  add column annual_value numeric(18, 2),
  add column vcse boolean;
comment on column contract_search.codes is 'ProClass and CPV codes as the contract has them';
comment on column contract_search.annual_value is 'As stated or spread over the term; null where the value is exempt';
comment on column contract_search.vcse is 'Whether a voluntary, community or social enterprise is among its parties; null where suppliers are exempt';

create or replace view contract_found as
  select contract_id, audience, authority, status, reference, title, type, service_type, area, client_groups,
    categories, total_value, start_date, end_date, suppliers, provider_ids,
    case when current_setting('app.reach', true) = 'public' then null else risk_tier end as risk_tier,
    case when current_setting('app.reach', true) = 'public' then false else flagged end as flagged,
    search, written_in, codes, annual_value, vcse
  from contract_search s
  where (s.audience <> 'PUBLIC' and (s.authority = current_setting('app.authority', true)
                                     or current_setting('app.reach', true) = 'system'))
     or (s.audience <> 'OWN' and s.status <> 'DRAFT' and current_setting('app.reach', true) = 'public');


create or replace function contract_search_write(wanted uuid) returns void
  language plpgsql security definer set search_path from current as $$
declare
  kept_back text[];
begin
  select coalesce(array_agg(field), '{}') into kept_back from publication_exemption
    where contract_id = wanted and status = 'IN_FORCE';
  delete from contract_search where contract_id = wanted;
  insert into contract_search (contract_id, audience, authority, status, reference, title, type, service_type, area,
      client_groups, categories, total_value, start_date, end_date, suppliers, provider_ids, risk_tier, flagged, search,
      codes, annual_value, vcse)
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

select set_config('app.reach', 'system', true);
update contract_search s
set codes = c.categories,
  annual_value = case when s.audience = 'PUBLIC' and exists (
      select 1 from publication_exemption e
      where e.contract_id = c.id and e.field = 'VALUE' and e.status = 'IN_FORCE') then null else c.annual_value end,
  vcse = case when s.audience = 'PUBLIC' and exists (
      select 1 from publication_exemption e
      where e.contract_id = c.id and e.field = 'SUPPLIER' and e.status = 'IN_FORCE') then null else c.vcse end
from contract c where c.id = s.contract_id;
