-- Inflation uplifts: the clause of a contract, simulations over all live contracts, approvals.
create table uplift_clause (
  id           uuid        primary key,
  lock_version bigint      not null,
  authority    text        not null,
  contract_id  uuid        not null constraint uplift_clause_contract references contract on delete cascade,
  terms        jsonb       not null,
  updated_at   timestamptz not null,
  constraint uplift_clause_contract_key unique (contract_id)
);
comment on table uplift_clause is 'How the price of a contract follows indices; at most one clause for a contract';

create table uplift_simulation (
  id        uuid   primary key,
  authority text   not null,
  version   bigint not null,
  state     jsonb  not null
);
comment on table uplift_simulation is 'Clauses tried on the live contracts of an authority, with their totals as published';
create index uplift_simulation_list on uplift_simulation (authority, id desc);

create table uplift_result (
  simulation_id uuid    not null constraint uplift_result_simulation references uplift_simulation on delete cascade,
  authority     text    not null,
  contract_id   uuid    not null,
  reference     text    not null,
  title         text    not null,
  service_type  text,
  annual_value  numeric(18, 2) not null,
  derived       boolean not null,
  results       jsonb   not null,
  constraint uplift_result_pk primary key (simulation_id, contract_id)
);
comment on table uplift_result is 'What the clauses of a simulation give for one contract';
comment on column uplift_result.derived is 'Whether annual_value was worked out from total and term, since none is stated';

create table uplift_approval (
  contract_id    uuid not null constraint uplift_approval_contract references contract on delete cascade,
  effective_date date not null,
  authority      text not null,
  simulation_id  uuid not null constraint uplift_approval_simulation references uplift_simulation,
  clause         text not null,
  variation_id   uuid constraint uplift_approval_variation references contract_variation,
  constraint uplift_approval_once primary key (contract_id, effective_date)
);
comment on table uplift_approval is 'A contract is uplifted once for one day: its key is that promise';

alter table uplift_clause enable row level security;
alter table uplift_clause force row level security;
create policy uplift_clause_tenant on uplift_clause
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table uplift_simulation enable row level security;
alter table uplift_simulation force row level security;
create policy uplift_simulation_tenant on uplift_simulation
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table uplift_result enable row level security;
alter table uplift_result force row level security;
create policy uplift_result_tenant on uplift_result
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table uplift_approval enable row level security;
alter table uplift_approval force row level security;
create policy uplift_approval_tenant on uplift_approval
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
