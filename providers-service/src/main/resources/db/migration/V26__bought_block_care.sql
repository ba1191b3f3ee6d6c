-- A placement that fills a place which a block already reserves is not bought a second time.
alter table bought_care add column block boolean not null default false;
comment on column bought_care.block is 'The placement fills reserved volume of its contract';
create index bought_care_by_contract on bought_care (contract_id) where contract_id is not null;
