create table indicator (
  id               uuid    primary key default gen_random_uuid(),
  authority        text    not null,
  code             text    not null check (code ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  title            text    not null,
  outcome_code     text    not null,
  outcome_title    text    not null,
  level            text    not null check (level in ('INDIVIDUAL', 'SERVICE', 'POPULATION')),
  unit             text    not null check (unit in ('PERCENT', 'PER_100_000', 'COUNT', 'SCORE', 'DAYS', 'MINUTES')),
  direction        text    not null check (direction in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')),
  baseline         numeric,
  target           numeric not null,
  tolerance        numeric not null check (tolerance >= 0),
  weight           numeric not null default 1 check (weight > 0),
  numerator        text,
  denominator      text,
  service_keywords text[]  not null default '{}',
  valid_from       date    not null,
  valid_to         date,
  source           text    not null,
  constraint indicator_key unique (authority, code, valid_from),
  constraint indicator_validity check (valid_to is null or valid_to > valid_from)
);
comment on table indicator is 'Catalogue of indicators as dated data; authority SHARED holds the starter set, any other code an authority''s own';
comment on column indicator.service_keywords is 'Words of a service type the indicator suits; none means every service';
comment on column indicator.target is 'Default for new plans; the plan of a contract sets its own';

-- Wording, targets and tolerances are the project's own; the concepts follow the Adult Social Care Outcomes Framework 2024-25
-- (objectives quality of life, independence, empowerment, safety, social connection, continuity) and homecare practice.
insert into indicator (authority, code, title, outcome_code, outcome_title, level, unit, direction, baseline, target, tolerance, weight,
  numerator, denominator, service_keywords, valid_from, source)
values
  ('SHARED', 'QUALITY_OF_LIFE', 'People who say the service helps them to a good quality of life', 'QUALITY_OF_LIFE', 'A good quality of life',
   'INDIVIDUAL', 'PERCENT', 'HIGHER_IS_BETTER', null, 85, 5, 2,
   'People asked in the period who answered that it helps', 'People asked in the period', '{}', '2024-04-01', 'After ASCOF 2024-25, metric 1A'),
  ('SHARED', 'SATISFACTION', 'People who are satisfied with the service', 'QUALITY_OF_LIFE', 'A good quality of life',
   'INDIVIDUAL', 'PERCENT', 'HIGHER_IS_BETTER', null, 88, 5, 1,
   'People asked who were very or fairly satisfied', 'People asked in the period', '{}', '2024-04-01', 'After ASCOF 2024-25, metric 1D'),
  ('SHARED', 'FEELING_SAFE', 'People who feel safe', 'SAFETY', 'Safe and protected from harm',
   'INDIVIDUAL', 'PERCENT', 'HIGHER_IS_BETTER', null, 92, 4, 2,
   'People asked who said they feel safe', 'People asked in the period', '{}', '2024-04-01', 'After ASCOF 2024-25, metric 4A'),
  ('SHARED', 'SAFEGUARDING_RISK_REDUCED', 'Safeguarding enquiries after which the risk was reduced or removed', 'SAFETY', 'Safe and protected from harm',
   'SERVICE', 'PERCENT', 'HIGHER_IS_BETTER', null, 90, 5, 1,
   'Enquiries closed with the risk reduced or removed', 'Enquiries closed in the period', '{RESIDENTIAL,NURSING,CARE_HOME,SUPPORTED,EXTRA_CARE}', '2024-04-01', 'After ASCOF 2024-25, metric 4B'),
  ('SHARED', 'CONTROL_OVER_DAILY_LIFE', 'People who have as much control over their daily life as they want', 'CHOICE_AND_CONTROL', 'Choice and control',
   'INDIVIDUAL', 'PERCENT', 'HIGHER_IS_BETTER', null, 80, 5, 1,
   'People asked who have enough control', 'People asked in the period', '{}', '2024-04-01', 'After ASCOF 2024-25, metric 3A'),
  ('SHARED', 'SOCIAL_CONTACT', 'People who have as much social contact as they would like', 'SOCIAL_CONNECTION', 'Connected with other people',
   'INDIVIDUAL', 'PERCENT', 'HIGHER_IS_BETTER', null, 50, 5, 1,
   'People asked who have enough contact', 'People asked in the period', '{DAY,SUPPORTED,EXTRA_CARE,RESIDENTIAL,NURSING,CARE_HOME,BEFRIENDING,COMMUNITY}', '2024-04-01', 'After ASCOF 2024-25, metric 5A'),
  ('SHARED', 'AT_HOME_AFTER_91_DAYS', 'People aged 65 and over at home 91 days after reablement', 'INDEPENDENCE', 'Living independently',
   'INDIVIDUAL', 'PERCENT', 'HIGHER_IS_BETTER', null, 84, 4, 3,
   'People at home on day 91', 'People discharged to reablement 91 days before', '{REABLEMENT}', '2024-04-01', 'After ASCOF 2024-25, metric 2D'),
  ('SHARED', 'NO_LONGER_NEEDS_SUPPORT', 'People who needed no further long-term support after a short-term service', 'INDEPENDENCE', 'Living independently',
   'INDIVIDUAL', 'PERCENT', 'HIGHER_IS_BETTER', null, 78, 5, 2,
   'People who made no further request', 'People whose short-term service ended', '{REABLEMENT,SHORT_TERM}', '2024-04-01', 'After ASCOF 2024-25, metric 2A'),
  ('SHARED', 'VISITS_ON_TIME', 'Visits that began within the agreed tolerance', 'RELIABILITY', 'Care that can be relied on',
   'SERVICE', 'PERCENT', 'HIGHER_IS_BETTER', null, 95, 3, 2,
   'Visits begun on time', 'Visits planned in the period', '{HOME_CARE,HOMECARE,DOMICILIARY,REABLEMENT,EXTRA_CARE}', '2024-04-01', 'Project''s own, after homecare practice'),
  ('SHARED', 'MISSED_VISITS', 'Visits that were missed', 'RELIABILITY', 'Care that can be relied on',
   'SERVICE', 'PERCENT', 'LOWER_IS_BETTER', null, 0.5, 0.5, 2,
   'Visits missed', 'Visits planned in the period', '{HOME_CARE,HOMECARE,DOMICILIARY,REABLEMENT,EXTRA_CARE}', '2024-04-01', 'Project''s own, after homecare practice'),
  ('SHARED', 'CARERS_INVOLVED', 'Family carers who felt involved in discussions about the person', 'CHOICE_AND_CONTROL', 'Choice and control',
   'INDIVIDUAL', 'PERCENT', 'HIGHER_IS_BETTER', null, 70, 5, 1,
   'Carers asked who felt involved', 'Carers asked in the period', '{CARER,RESPITE,DAY}', '2024-04-01', 'After ASCOF 2024-25, metric 3B'),
  ('SHARED', 'STAFF_TURNOVER', 'Care staff who left in the last twelve months', 'WORKFORCE', 'A stable, skilled workforce',
   'SERVICE', 'PERCENT', 'LOWER_IS_BETTER', null, 25, 5, 1,
   'Care staff who left', 'Care staff in post on average', '{}', '2024-04-01', 'After ASCOF 2024-25, metric 6A'),
  ('SHARED', 'SERIOUS_INCIDENTS', 'Serious incidents for each thousand days of care', 'SAFETY', 'Safe and protected from harm',
   'SERVICE', 'SCORE', 'LOWER_IS_BETTER', null, 1, 0.5, 1,
   'Serious incidents', 'Thousand days of care', '{RESIDENTIAL,NURSING,CARE_HOME}', '2024-04-01', 'Project''s own');

alter table indicator enable row level security;
alter table indicator force row level security;
create policy indicator_tenant on indicator
  using (authority in ('SHARED', current_setting('app.authority', true)) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
