-- PostgreSQL takes a comparison with a setting for one that hardly any row passes. In truth nearly all that a search
-- asks for is in reach: so a page of the newest seemed never to fill, and lists were collected and sorted as a whole
-- that could be read in order. Of coalesce it believes that half of all rows pass. Who sees what stays as it was.
create or replace view contract_found as
  select contract_id, audience, authority, status, reference, title, type, service_type, area, client_groups,
    categories, total_value, start_date, end_date, suppliers, provider_ids,
    case when current_setting('app.reach', true) = 'public' then null else risk_tier end as risk_tier,
    case when current_setting('app.reach', true) = 'public' then false else flagged end as flagged,
    search, written_in, codes, annual_value, vcse
  from contract_search s
  where (s.audience <> 'PUBLIC' and (coalesce(s.authority = current_setting('app.authority', true), false)
                                     or coalesce(current_setting('app.reach', true) = 'system', false)))
     or (s.audience <> 'OWN' and s.status <> 'DRAFT' and coalesce(current_setting('app.reach', true) = 'public', false));
