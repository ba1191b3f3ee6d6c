-- What monitoring says of a contract is its authority's own, also as a filter of public searches.
create or replace view contract_found as
  select contract_id, audience, authority, status, reference, title, type, service_type, area, client_groups,
    categories, total_value, start_date, end_date, suppliers, provider_ids,
    case when current_setting('app.reach', true) = 'public' then null else risk_tier end as risk_tier,
    case when current_setting('app.reach', true) = 'public' then false else flagged end as flagged,
    search, written_in
  from contract_search s
  where (s.audience <> 'PUBLIC' and (s.authority = current_setting('app.authority', true)
                                     or current_setting('app.reach', true) = 'system'))
     or (s.audience <> 'OWN' and s.status <> 'DRAFT' and current_setting('app.reach', true) = 'public');

-- Whoever changes a contract, an operator's session too: what it is found by must see all of it.
create or replace function contract_search_follow() returns trigger
  language plpgsql security definer set search_path from current as $$
declare
  wanted uuid;
  reach  text := coalesce(current_setting('app.reach', true), '');
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
    perform set_config('app.reach', 'system', true);
    perform contract_search_write(wanted);
    perform set_config('app.reach', reach, true);
  end if;
  return null;
end $$;
