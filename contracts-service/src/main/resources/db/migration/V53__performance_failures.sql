-- Breaches of contracts and failures to improve, and the notice that the law wants of them.
create table performance_failure (
  id          uuid   primary key,
  authority   text   not null check (authority ~ '^[EWSN][0-9]{8}$'),
  version     bigint not null,
  content     jsonb  not null,
  contract_id uuid   generated always as ((content ->> 'contractId')::uuid) stored
              constraint performance_failure_contract references contract on delete cascade
);
comment on table performance_failure is 'Breaches with consequences, and failures to improve after a proper opportunity (Procurement Act 2023 s.71(3) and (4)), as the authority found them';
comment on column performance_failure.content is 'Full public state, as in the event of this version';
create index performance_failure_by_contract on performance_failure (contract_id, id);

alter table performance_failure enable row level security;
alter table performance_failure force row level security;
create policy performance_failure_tenant on performance_failure
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table duty_rule drop constraint duty_rule_trigger_check;
alter table duty_rule
  add constraint duty_rule_trigger_check
    check (trigger in ('TENDER', 'DIRECT_AWARD', 'AWARD', 'BEFORE_ENTRY', 'ENTRY', 'QUARTER_OF_ENTRY', 'ANNIVERSARY',
                       'CHANGE', 'PAYMENT_QUARTER', 'PERFORMANCE_FAILURE', 'END', 'TENDER_GIVEN_UP'));
alter table duty_rule drop constraint duty_rule_unit_check;
alter table duty_rule
  add constraint duty_rule_unit_check
    check (unit in ('DAYS', 'DAYS_BEGINNING_WITH', 'WORKING_DAYS', 'MONTHS'));
comment on column duty_rule.unit is 'DAYS_BEGINNING_WITH counts the day itself as the first: a period of 30 days beginning with 1 June ends on 30 June';

insert into duty_rule (code, regime, valid_from, notice, name, trigger, amount, unit, threshold, exempt_because, source, confidence) values
  ('PERFORMANCE_FAILURE', 'FULL_ACT', '2025-02-24', 'UK9', 'Contract performance notice of a breach or a failure to improve', 'PERFORMANCE_FAILURE', 30, 'DAYS_BEGINNING_WITH', 'SERVICES', null, 'Procurement Act 2023 s.71(3) to (5): before the end of 30 days beginning with the day it first applies; Procurement Regulations 2024 reg. 39(6) to (9)', 'READ'),
  ('PERFORMANCE_FAILURE', 'LIGHT_TOUCH', '2025-02-24', 'UK9', 'Contract performance notice of a breach or a failure to improve', 'PERFORMANCE_FAILURE', 30, 'DAYS_BEGINNING_WITH', null, 'A light touch contract needs no notice of a breach or a failure to improve (s.71(6)).', 'Procurement Act 2023 s.71(6)', 'READ');
