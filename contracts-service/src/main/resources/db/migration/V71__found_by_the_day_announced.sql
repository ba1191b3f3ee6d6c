-- Who looks for what ends soon finds what was announced to end, too: by its announced day, not by the term's.
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
    case when 'DATES' = any (a.hidden) then null
      when c.status = 'ACTIVE' then coalesce((c.ending ->> 'date')::date, c.end_date) else c.end_date end,
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
