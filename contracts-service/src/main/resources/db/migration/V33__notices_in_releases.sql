-- Notices that were published about a contract are documents of its open contracting record.
create index duty_mark_by_contract on duty_mark (contract_id);
comment on index duty_mark_by_contract is 'Finds the notices of a contract when its record is compiled';
