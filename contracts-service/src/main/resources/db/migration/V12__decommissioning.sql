-- Plans to wind a service down, worked out before it is.
create table decommissioning_plan (
  contract_id  uuid        primary key constraint decommissioning_plan_contract references contract on delete cascade,
  id           uuid        not null constraint decommissioning_plan_id_key unique,
  lock_version bigint      not null,
  authority    text        not null,
  status       text        not null check (status in ('PREPARED', 'CARRIED_OUT')),
  content      jsonb       not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);
comment on table decommissioning_plan is 'How a service is wound down: people, alternatives, consultation, notices; a contract is decommissioned only with a complete one';

alter table decommissioning_plan enable row level security;
alter table decommissioning_plan force row level security;
create policy decommissioning_plan_tenant on decommissioning_plan
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
