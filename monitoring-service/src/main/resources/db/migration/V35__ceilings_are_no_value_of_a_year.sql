-- The ceilings of frameworks and dynamic markets counted as spending of a year: in the share of an authority's money that
-- depends on a provider, and in the weight of a contract in its market. And what was spread over a term of years of
-- 365 days is spread as the contract register does it.
select set_config('app.reach', 'system', true);
update contract_view set annual_value = null where contract_type in ('FRAMEWORK', 'DYNAMIC_MARKET');
update contract_view
set annual_value = round(total_value / greatest((ends_on - starts_on + 1) / 365.25, 1), 2)
where ends_on >= starts_on
  and annual_value = round(total_value * 365 / greatest(ends_on - starts_on + 1, 365), 2);
comment on column contract_view.annual_value is 'As stated; else the total spread over the term, of a term under a year the total; none of a framework or dynamic market';
