-- Measured at a million contracts (benchmarks/search.sh): counts without opening rows, and filters that exclude each other.
drop index contract_search_own;
create index contract_search_own on contract_search (authority, contract_id desc)
  include (audience, status, type, service_type, client_groups, risk_tier);
comment on index contract_search_own is 'An authority''s contracts, newest first, with everything facets count';
create index contract_search_by_kind on contract_search (service_type, type, status, contract_id desc);
comment on index contract_search_by_kind is 'Finds few or none at once when filters together leave few or none';
