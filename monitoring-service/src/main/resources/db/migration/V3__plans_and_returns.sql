create table monitoring_plan (
  id                 uuid   primary key,
  authority          text   not null,
  contract_id        uuid   not null constraint monitoring_plan_contract_key unique,
  contract_reference text   not null,
  contract_title     text   not null,
  provider_id        uuid,
  provider_name      text,
  service_type       text,
  status             text   not null check (status in ('OPEN', 'CLOSED')),
  starts_on          date   not null,
  ends_on            date   not null,
  frequency_months   int    not null check (frequency_months between 1 and 24),
  opened_on          date   not null,
  closed_on          date,
  closed_reason      text,
  version            bigint not null check (version > 0),
  constraint monitoring_plan_dates check (ends_on >= starts_on)
);
comment on table monitoring_plan is 'What is asked of a contract and when; opened by the event that made the contract active';
create index monitoring_plan_provider on monitoring_plan (provider_id, id);
create index monitoring_plan_authority on monitoring_plan (authority, id);

create table plan_indicator (
  id            uuid    primary key,
  plan_id       uuid    not null references monitoring_plan,
  authority     text    not null,
  code          text    not null,
  title         text    not null,
  outcome_code  text    not null,
  outcome_title text    not null,
  unit          text    not null,
  direction     text    not null,
  baseline      numeric,
  target        numeric not null,
  tolerance     numeric not null check (tolerance >= 0),
  weight        numeric not null check (weight > 0),
  required      boolean not null,
  constraint plan_indicator_key unique (plan_id, code)
);
comment on table plan_indicator is 'Indicators of a plan with what was agreed for this contract';

create table return_period (
  id            uuid    primary key,
  plan_id       uuid    not null references monitoring_plan,
  authority     text    not null,
  period_start  date    not null,
  period_end    date    not null,
  due_on        date    not null,
  expected      boolean not null,
  overdue_since date,
  constraint return_period_key unique (plan_id, period_start),
  constraint return_period_dates check (period_end >= period_start and due_on >= period_end)
);
comment on table return_period is 'Periods a return is due for';
comment on column return_period.expected is 'False for periods that were over and due before the plan was opened: a return may come, none is chased';
create index return_period_due on return_period (due_on) where expected;

create table performance_return (
  id            uuid   primary key,
  plan_id       uuid   not null references monitoring_plan,
  authority     text   not null,
  contract_id   uuid   not null,
  provider_id   uuid,
  period_start  date   not null,
  period_end    date   not null,
  status        text   not null check (status in ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'APPROVED')),
  minutes_spent int    check (minutes_spent >= 0),
  submitted_at  timestamptz,
  submitted_by  text,
  decided_at    timestamptz,
  decided_by    text,
  reasons       text[] not null default '{}',
  version       bigint not null check (version > 0),
  constraint performance_return_one_per_period unique (plan_id, period_start)
);
comment on table performance_return is 'What a provider reported for a period; locked once approved';
create index performance_return_provider on performance_return (provider_id, id);
create index performance_return_contract on performance_return (contract_id, period_start);

create table observation (
  id           uuid    primary key,
  return_id    uuid    not null references performance_return,
  authority    text    not null,
  indicator    text    not null,
  value        numeric,
  numerator    numeric,
  denominator  numeric,
  note         text,
  constraint observation_key unique (return_id, indicator)
);
comment on table observation is 'One measured value; worked out from numerator and denominator where both were given';

create table scorecard_summary (
  contract_id         uuid primary key,
  authority           text not null,
  plan_id             uuid not null references monitoring_plan,
  provider_id         uuid,
  rag                 text not null,
  points              numeric,
  achievement_percent numeric,
  period_end          date
);
comment on table scorecard_summary is 'Latest standing of each contract, kept in the transactions that change it';
create index scorecard_summary_list on scorecard_summary (authority, rag, contract_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['monitoring_plan', 'plan_indicator', 'return_period', 'performance_return', 'observation',
      'scorecard_summary'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')'
      || ' with check (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')',
      tenant_table || '_tenant', tenant_table);
  end loop;
end
$$;
