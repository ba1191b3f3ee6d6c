-- What the contract register lets be told of contracts that end.
create table pipeline_plan (
  contract_id uuid    primary key,
  authority   text    not null,
  intention   text,
  published   boolean not null,
  summary     text
);
comment on table pipeline_plan is 'View of forward-plan events on contracts.v1: what is meant to follow, and whether suppliers may see it';

create table pipeline_exemption (
  id          uuid    primary key,
  authority   text    not null,
  contract_id uuid    not null,
  field       text    not null,
  until       date,
  in_force    boolean not null
);
comment on table pipeline_exemption is 'View of publication-exemption events on contracts.v1: what of a contract is not published';
create index pipeline_exemption_by_contract on pipeline_exemption (contract_id) where in_force;

alter table pipeline_plan enable row level security;
alter table pipeline_plan force row level security;
create policy pipeline_plan_tenant on pipeline_plan
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table pipeline_exemption enable row level security;
alter table pipeline_exemption force row level security;
create policy pipeline_exemption_tenant on pipeline_exemption
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
