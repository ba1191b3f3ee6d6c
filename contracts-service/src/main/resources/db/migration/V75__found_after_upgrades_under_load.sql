-- V61 copied what contracts are found by and did not keep changes from coming in meanwhile, before beforeEachMigrate.sql did.
-- What is missing since, or not as its contract is, is written again; so is what V71 finds by another day than it was written with.
-- It changes nothing that is right. Reads the register once; changes need not wait for it.
select set_config('app.reach', 'system', true);
do $$
declare wanted uuid;
begin
  for wanted in
    select c.id
    from contract c
      left join contract_search s on s.contract_id = c.id and s.audience <> 'PUBLIC'
      left join contract_risk r on r.contract_id = c.id
    where s.contract_id is null
      or (s.status, s.reference, s.title, s.type, s.service_type, s.area, s.client_groups, s.codes, s.total_value,
          s.annual_value, s.vcse, s.start_date, s.end_date, s.risk_tier, s.flagged, s.search)
        is distinct from
         (c.status, c.reference, c.title, c.type, c.service_type, c.area, c.client_groups, c.categories, c.total_value,
          c.annual_value, c.vcse, c.start_date,
          case when c.status = 'ACTIVE' then coalesce((c.ending ->> 'date')::date, c.end_date) else c.end_date end,
          r.tier, coalesce(r.flagged, false), c.search)
      or exists (select 1 from contract_party p where p.contract_id = c.id and p.provider_id is not null
                   and p.provider_id <> all (s.provider_ids))
      or exists (select 1 from unnest(s.provider_ids) known
                 where not exists (select 1 from contract_party p where p.contract_id = c.id and p.provider_id = known))
      or exists (select 1 from publication_exemption e where e.contract_id = c.id)
    order by c.id
    for no key update of c
  loop
    perform contract_search_write(wanted);
  end loop;
end $$;
