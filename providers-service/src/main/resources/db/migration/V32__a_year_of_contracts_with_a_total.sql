-- Contracts that state a total and a term, but no value of a year, counted for nothing in concentration, dependency, failure
-- impact and cost pressure; the contract register spreads their total over the term.
select set_config('app.reach', 'system', true);
update contract_exposure
set annual_value = round(total_value / greatest((end_date - start_date + 1) / 365.25, 1), 2)
where annual_value is null and total_value is not null and end_date >= start_date
  and coalesce(contract_type, '') not in ('FRAMEWORK', 'DYNAMIC_MARKET');
comment on column contract_exposure.annual_value is 'As stated; else the total spread over the term, of a term under a year the total; no ceiling is spread';
