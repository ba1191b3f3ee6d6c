-- What concentration needs to know of a contract beside its value.
alter table contract_exposure add column contract_type text;
alter table contract_exposure add column ended_on date;
comment on column contract_exposure.contract_type is 'Frameworks and dynamic markets promise no spend and are never counted as value';
comment on column contract_exposure.ended_on is 'Last day of a contract that ended before its time';
