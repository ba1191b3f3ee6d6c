-- Duties about payments, changes that are added up, and what an authority owes by itself.
alter table duty_rule drop constraint duty_rule_trigger_check;
alter table duty_rule
  add constraint duty_rule_trigger_check
    check (trigger in ('TENDER', 'DIRECT_AWARD', 'AWARD', 'BEFORE_ENTRY', 'ENTRY', 'QUARTER_OF_ENTRY', 'ANNIVERSARY',
                       'CHANGE', 'PAYMENT_QUARTER', 'END', 'TENDER_GIVEN_UP')),
  add column change_percent numeric check (change_percent > 0),
  add column payment_above numeric(18, 2) check (payment_above > 0);
comment on column duty_rule.change_percent is 'Changes of value or term up to this many percent need no notice, alone or added up';
comment on column duty_rule.payment_above is 'Only where a single payment was more than this';

update duty_rule set change_percent = 10,
  source = 'Procurement Act 2023 s.75: before the change; not up to 10 % of value or of the term (15 % of value for works), unless a novation; changes without notice are added up (s.75(4) and (5))'
where code = 'CONTRACT_CHANGE' and regime = 'FULL_ACT';

insert into duty_rule (code, regime, valid_from, notice, name, trigger, amount, unit, threshold, payment_above, source, confidence) values
  ('PAYMENT_NOTICE', 'FULL_ACT', '2025-02-24', 'UK8', 'Contract payment notice', 'PAYMENT_QUARTER', 30, 'DAYS', 'SERVICES', 30000, 'Procurement Act 2023 s.70: payments of more than £30,000, within 30 days of the end of the quarter; commences apart from the Act, on a day to be confirmed', 'READ'),
  ('PAYMENT_NOTICE', 'LIGHT_TOUCH', '2025-02-24', 'UK8', 'Contract payment notice', 'PAYMENT_QUARTER', 30, 'DAYS', 'LIGHT_TOUCH', 30000, 'Procurement Act 2023 s.70: payments of more than £30,000, within 30 days of the end of the quarter; commences apart from the Act, on a day to be confirmed', 'READ');

create table duty_change (
  id          uuid    primary key,
  authority   text    not null,
  contract_id uuid    not null,
  day         date    not null,
  open        boolean not null,
  novation    boolean not null,
  old_total   numeric(18, 2),
  new_total   numeric(18, 2),
  old_end     date,
  new_end     date
);
comment on table duty_change is 'Changes of contracts as events told of them, to add up those without notice; rebuilt by replay';
comment on column duty_change.open is 'Whether it was made or still may be';
create index duty_change_by_contract on duty_change (contract_id, day, id);

alter table duty alter column contract_id drop not null, alter column regime drop not null;
comment on column duty.contract_id is 'None where the authority owes it by itself';
alter table duty_mark alter column contract_id drop not null;

create table own_duty_rule (
  code             text    not null,
  valid_from       date    not null,
  valid_to         date,
  notice           text,
  name             text    not null,
  period_starts    text[]  not null,
  months           int     not null check (months between 1 and 12),
  counts_from      text    not null check (counts_from in ('START', 'END')),
  days             int     not null check (days >= 0),
  expected_from    numeric(18, 2),
  contract_above   numeric(18, 2),
  source           text    not null,
  confidence       text    not null check (confidence in ('READ', 'RECALLED', 'ASSUMED')),
  constraint own_duty_rule_pk primary key (code, valid_from)
);
comment on table own_duty_rule is 'What an authority owes by itself, period by period, whatever its contracts';
comment on column own_duty_rule.period_starts is 'Days of the year a period begins on, as MM-DD';
comment on column own_duty_rule.days is 'Days after the first or last day of the period';
comment on column own_duty_rule.expected_from is 'Only where at least this is expected to be paid under contracts in the period';
comment on column own_duty_rule.contract_above is 'The notice names procurements worth more than this';
insert into own_duty_rule values
  ('PIPELINE_NOTICE', '2025-02-24', null, 'UK1', 'Pipeline notice', '{04-01}', 12, 'START', 55, 100000000, 2000000,
   'Procurement Act 2023 s.93: between 1 April and 26 May, by who expects to pay £100 million or more under relevant contracts in the financial year; contracts of more than £2 million to be tendered within 18 months', 'READ'),
  ('PAYMENTS_COMPLIANCE', '2025-10-01', null, 'UK17', 'Payments compliance notice', '{10-01,04-01}', 6, 'END', 30, null, null,
   'Procurement Act 2023 s.69, Procurement Regulations 2024 reg. 38: within 30 days of 31 March and of 30 September', 'READ');

alter table duty_change enable row level security;
alter table duty_change force row level security;
create policy duty_change_tenant on duty_change
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
