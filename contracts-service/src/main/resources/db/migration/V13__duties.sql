-- The duties clock: dated rules with their sources, what follows from them for each contract, and what was done.
create table procurement_threshold (
  code       text    not null,
  amount     numeric(18, 2) not null,
  valid_from date    not null,
  valid_to   date,
  source     text    not null,
  constraint procurement_threshold_pk primary key (code, valid_from)
);
comment on table procurement_threshold is 'Values including VAT from which a contract falls under more rules, by the day of its award';

insert into procurement_threshold values
  ('SERVICES', 214904.00, '2024-01-01', '2025-12-31', 'Procurement threshold of sub-central authorities for services until the end of 2025, including VAT'),
  ('SERVICES', 207720.00, '2026-01-01', '2027-12-31', 'PPN 023: sub-central authorities, goods and services, including VAT'),
  ('LIGHT_TOUCH', 663540.00, '2024-01-01', '2027-12-31', 'PPN 023: light touch, unchanged, including VAT'),
  ('NOTIFIABLE', 30000.00, '2025-02-24', null, 'Procurement Act 2023, notifiable below-threshold contracts, including VAT');

create table duty_rule (
  code           text    not null,
  regime         text    not null check (regime in ('FULL_ACT', 'LIGHT_TOUCH', 'PROVIDER_SELECTION',
                                                    'BELOW_THRESHOLD', 'GRANT', 'IN_HOUSE')),
  valid_from     date    not null,
  valid_to       date,
  notice         text,
  name           text    not null,
  trigger        text    not null check (trigger in ('TENDER', 'DIRECT_AWARD', 'AWARD', 'BEFORE_ENTRY', 'ENTRY',
                                                     'QUARTER_OF_ENTRY', 'ANNIVERSARY', 'CHANGE', 'END', 'TENDER_GIVEN_UP')),
  amount         int     not null default 0 check (amount >= 0),
  unit           text    not null default 'DAYS' check (unit in ('DAYS', 'WORKING_DAYS', 'MONTHS')),
  threshold      text,
  above          numeric(18, 2),
  not_for_types  text[]  not null default '{}',
  exempt_because text,
  met_by_register boolean not null default false,
  source         text    not null,
  confidence     text    not null check (confidence in ('READ', 'RECALLED', 'ASSUMED')),
  constraint duty_rule_pk primary key (code, regime, valid_from)
);
comment on table duty_rule is 'What an authority owes the public about a contract and by when; dated by the day of its award';
comment on column duty_rule.trigger is 'What starts the clock; BEFORE_ENTRY counts back from the day the contract is entered';
comment on column duty_rule.threshold is 'Only for contracts worth at least this threshold of procurement_threshold';
comment on column duty_rule.above is 'Only for contracts worth more than this';
comment on column duty_rule.exempt_because is 'Set where the regime says that the duty does not apply';
comment on column duty_rule.met_by_register is 'The public register does it by itself';
comment on column duty_rule.confidence is 'READ in the source named, RECALLED from general knowledge, ASSUMED where the source names no limit: confirm before relying on it';

insert into duty_rule (code, regime, valid_from, notice, name, trigger, amount, unit, threshold, above, not_for_types, exempt_because, met_by_register, source, confidence) values
  ('TENDER_NOTICE', 'FULL_ACT', '2025-02-24', 'UK4', 'Tender notice', 'TENDER', 0, 'DAYS', 'SERVICES', null, '{}', null, false, 'Procurement Act 2023 s.21', 'READ'),
  ('TENDER_NOTICE', 'LIGHT_TOUCH', '2025-02-24', 'UK4', 'Tender notice', 'TENDER', 0, 'DAYS', 'LIGHT_TOUCH', null, '{}', null, false, 'Procurement Act 2023 s.21', 'READ'),
  ('TRANSPARENCY_NOTICE', 'FULL_ACT', '2025-02-24', 'UK5', 'Transparency notice before a direct award', 'DIRECT_AWARD', 0, 'DAYS', 'SERVICES', null, '{CALL_OFF}', null, false, 'Procurement Act 2023 s.44', 'READ'),
  ('TRANSPARENCY_NOTICE', 'LIGHT_TOUCH', '2025-02-24', 'UK5', 'Transparency notice before a direct award', 'DIRECT_AWARD', 0, 'DAYS', 'LIGHT_TOUCH', null, '{CALL_OFF}', null, false, 'Procurement Act 2023 s.44; not where people choose themselves', 'READ'),
  ('AWARD_NOTICE', 'FULL_ACT', '2025-02-24', 'UK6', 'Contract award notice, with standstill', 'BEFORE_ENTRY', 8, 'WORKING_DAYS', 'SERVICES', null, '{}', null, false, 'Procurement Act 2023 s.50 and s.51: 8 working days of standstill; bank holidays come on top', 'RECALLED'),
  ('AWARD_NOTICE', 'LIGHT_TOUCH', '2025-02-24', 'UK6', 'Contract award notice', 'BEFORE_ENTRY', 0, 'DAYS', 'LIGHT_TOUCH', null, '{}', null, false, 'Procurement Act 2023 s.50; no mandatory standstill for light touch', 'READ'),
  ('CONTRACT_DETAILS', 'FULL_ACT', '2025-02-24', 'UK7', 'Contract details notice', 'ENTRY', 30, 'DAYS', 'SERVICES', null, '{}', null, false, 'Procurement Act 2023 s.53(1)', 'READ'),
  ('CONTRACT_DETAILS', 'LIGHT_TOUCH', '2025-02-24', 'UK7', 'Contract details notice', 'ENTRY', 120, 'DAYS', 'LIGHT_TOUCH', null, '{}', null, false, 'Procurement Act 2023 s.53(1): 120 days for light touch', 'READ'),
  ('CONTRACT_DETAILS', 'BELOW_THRESHOLD', '2025-02-24', 'UK7', 'Contract details notice, notifiable below threshold', 'ENTRY', 30, 'DAYS', 'NOTIFIABLE', null, '{}', null, false, 'Procurement Act 2023 s.87: as soon as reasonably practicable; 30 days are this register''s own limit', 'ASSUMED'),
  ('CONTRACT_COPY', 'FULL_ACT', '2025-02-24', null, 'Copy of the contract published', 'ENTRY', 90, 'DAYS', null, 5000000, '{}', null, false, 'Procurement Act 2023 s.53(3)', 'RECALLED'),
  ('CONTRACT_COPY', 'LIGHT_TOUCH', '2025-02-24', null, 'Copy of the contract published', 'ENTRY', 180, 'DAYS', null, 5000000, '{}', null, false, 'Procurement Act 2023 s.53(3)', 'RECALLED'),
  ('KPI_SETTING', 'FULL_ACT', '2025-02-24', 'UK7', 'At least three key performance indicators set and published', 'BEFORE_ENTRY', 0, 'DAYS', null, 5000000, '{FRAMEWORK,DYNAMIC_MARKET}', null, false, 'Procurement Act 2023 s.52', 'READ'),
  ('KPI_SETTING', 'LIGHT_TOUCH', '2025-02-24', 'UK7', 'At least three key performance indicators set and published', 'BEFORE_ENTRY', 0, 'DAYS', null, null, '{}', 'A light touch contract has no duty to set indicators (s.52); it may do so.', false, 'Procurement Act 2023 s.52', 'READ'),
  ('KPI_ASSESSMENT', 'FULL_ACT', '2025-02-24', 'UK9', 'Contract performance notice', 'ANNIVERSARY', 12, 'MONTHS', null, 5000000, '{FRAMEWORK,DYNAMIC_MARKET}', null, false, 'Procurement Act 2023 s.71, Procurement Regulations 2024 reg. 39', 'READ'),
  ('KPI_ASSESSMENT', 'LIGHT_TOUCH', '2025-02-24', 'UK9', 'Contract performance notice', 'ANNIVERSARY', 12, 'MONTHS', null, null, '{}', 'Without a duty to set indicators there is none to publish how they were met (s.71).', false, 'Procurement Act 2023 s.52 and s.71', 'READ'),
  ('CONTRACT_CHANGE', 'FULL_ACT', '2025-02-24', 'UK10', 'Contract change notice', 'CHANGE', 0, 'DAYS', 'SERVICES', null, '{}', null, false, 'Procurement Act 2023 s.75: before the change; not up to 10 % of value or of the term, unless a novation', 'READ'),
  ('CONTRACT_CHANGE', 'LIGHT_TOUCH', '2025-02-24', 'UK10', 'Contract change notice', 'CHANGE', 0, 'DAYS', null, null, '{}', 'A light touch contract needs no change notice (s.75(6)(b)).', false, 'Procurement Act 2023 s.75(6)(b)', 'READ'),
  ('CONTRACT_TERMINATION', 'FULL_ACT', '2025-02-24', 'UK11', 'Contract termination notice', 'END', 30, 'DAYS', 'SERVICES', null, '{}', null, false, 'Procurement Act 2023 s.80: also when it expires', 'READ'),
  ('CONTRACT_TERMINATION', 'LIGHT_TOUCH', '2025-02-24', 'UK11', 'Contract termination notice', 'END', 30, 'DAYS', 'LIGHT_TOUCH', null, '{}', null, false, 'Procurement Act 2023 s.80: also when it expires; not where people chose themselves', 'READ'),
  ('PROCUREMENT_TERMINATION', 'FULL_ACT', '2025-02-24', 'UK12', 'Procurement termination notice', 'TENDER_GIVEN_UP', 30, 'DAYS', 'SERVICES', null, '{}', null, false, 'Procurement Act 2023 s.55: as soon as reasonably practicable; 30 days are this register''s own limit', 'ASSUMED'),
  ('PROCUREMENT_TERMINATION', 'LIGHT_TOUCH', '2025-02-24', 'UK12', 'Procurement termination notice', 'TENDER_GIVEN_UP', 30, 'DAYS', 'LIGHT_TOUCH', null, '{}', null, false, 'Procurement Act 2023 s.55: as soon as reasonably practicable; 30 days are this register''s own limit', 'ASSUMED'),
  ('PSR_AWARD_NOTICE', 'PROVIDER_SELECTION', '2024-01-01', null, 'Provider Selection Regime: notice of the award', 'AWARD', 30, 'DAYS', null, null, '{}', null, false, 'Health Care Services (Provider Selection Regime) Regulations 2023', 'RECALLED');

insert into duty_rule (code, regime, valid_from, notice, name, trigger, amount, unit, above, met_by_register, source, confidence)
select 'REGISTER_ENTRY', regime, '2015-04-01', null, 'Entry in the public contract register', 'QUARTER_OF_ENTRY', 1, 'MONTHS', 5000, true,
  'Local Government Transparency Code 2015: quarterly, within a month of the quarter''s end, above £5,000', 'RECALLED'
from unnest(array['FULL_ACT', 'LIGHT_TOUCH', 'PROVIDER_SELECTION', 'BELOW_THRESHOLD', 'GRANT', 'IN_HOUSE']) regime;

create table duty (
  id          uuid    primary key,
  authority   text    not null,
  contract_id uuid    not null,
  change_id   uuid,
  code        text    not null,
  occurrence  text    not null,
  regime      text    not null,
  notice      text,
  name        text    not null,
  due_on      date,
  applicable  boolean not null,
  reason      text    not null,
  source      text    not null,
  met_by      text,
  reference   text    not null,
  title       text    not null,
  constraint duty_due_when_applicable check (not applicable or due_on is not null)
);
comment on table duty is 'What follows from the rules for each contract; kept from contracts.v1 and rebuilt by replay';
comment on column duty.occurrence is 'Which of several: the year of an anniversary, the change it is about';
comment on column duty.met_by is 'Where it is fulfilled without anybody''s doing';
create index duty_by_due on duty (authority, (coalesce(due_on, 'infinity')), id);
create index duty_by_contract on duty (contract_id);
create index duty_open on duty (due_on) where applicable and met_by is null;

create table duty_mark (
  id           uuid        primary key,
  lock_version bigint      not null,
  authority    text        not null,
  contract_id  uuid        not null,
  code         text        not null,
  done_on      date,
  link         text,
  note         text,
  updated_at   timestamptz not null
);
comment on table duty_mark is 'What people say was done about a duty; outlives a rebuild of the duties';

alter table duty enable row level security;
alter table duty force row level security;
create policy duty_tenant on duty
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table duty_mark enable row level security;
alter table duty_mark force row level security;
create policy duty_mark_tenant on duty_mark
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
