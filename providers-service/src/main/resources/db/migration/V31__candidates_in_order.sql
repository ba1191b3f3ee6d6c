-- Who an organisation may be is read for several at once, of each sort no further than the most there may be: in the order of registration.
drop index provider_name_by_core;
create index provider_name_by_core on provider_name (core, provider_id);
drop index provider_name_by_block;
create index provider_name_by_block on provider_name (block, provider_id);
comment on index provider_name_by_block is 'The oldest records whose names begin alike, in order';
drop index provider_by_postcode;
create index provider_by_postcode on provider (postcode, id) where status = 'ACTIVE';
