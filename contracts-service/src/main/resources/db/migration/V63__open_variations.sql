-- What waits for agreement, over all contracts of an authority, in the order of the days it is meant for.
create index contract_variation_open on contract_variation (authority, status, effective_date, id);
comment on index contract_variation_open is 'Variations of an authority by where they stand and their days';
