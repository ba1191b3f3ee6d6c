-- What contracts were found to achieve, as far as it is published.
create table contract_observation (
  id          uuid   primary key,
  authority   text   not null,
  contract_id uuid   not null,
  version     bigint not null,
  state       jsonb  not null
);
comment on table contract_observation is 'Observations of an approved return as last published; the id is derived from the return''s';
create index contract_observation_by_contract on contract_observation (contract_id);

alter table contract_observation enable row level security;
alter table contract_observation force row level security;
create policy contract_observation_tenant on contract_observation
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
