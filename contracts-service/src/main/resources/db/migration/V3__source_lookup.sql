-- A process of another publisher may be in two registers: the older entry keeps its identifier.
create index contract_source_by_value on contract_source (scheme, value, contract_id);
comment on index contract_source_by_value is 'Finds every register entry of one open contracting process';
