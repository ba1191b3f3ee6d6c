create table standard (
  id               uuid    primary key default gen_random_uuid(),
  authority        text    not null,
  code             text    not null check (code ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  title            text    not null,
  domain           text    not null,
  weight           numeric not null check (weight > 0),
  minimum          boolean not null,
  service_keywords text[]  not null default '{}',
  valid_from       date    not null,
  valid_to         date,
  source           text    not null,
  constraint standard_key unique (authority, code, valid_from),
  constraint standard_validity check (valid_to is null or valid_to > valid_from)
);
comment on table standard is 'What a service is assessed against, as dated data; authority SHARED holds the common set, any other code an authority''s own';
comment on column standard.minimum is 'Whether every specification demands it: missing it limits the overall rating';
comment on column standard.service_keywords is 'Words of a service type it is meant for; none means every service';

create table standard_domain (
  code          text primary key,
  title         text not null,
  key_questions text[] not null
);
comment on table standard_domain is 'Domains of standards and the regulator''s key questions that cover them, the same for every authority, so without row policy';

insert into standard_domain (code, title, key_questions)
values
  ('WELLBEING', 'Wellbeing, choice and control', '{caring,responsive}'),
  ('CARE_AND_SUPPORT', 'Care that fits the person', '{effective,responsive}'),
  ('SAFEGUARDING', 'Safeguarding and safety', '{safe}'),
  ('WORKFORCE', 'Staffing and training', '{safe,effective}'),
  ('LEADERSHIP', 'Leadership and learning', '{wellLed}');

-- The wording is the project's own. The common minimum follows the domain description (wellbeing, safeguarding, training).
insert into standard (authority, code, title, domain, weight, minimum, service_keywords, valid_from, source)
values
  ('SHARED', 'WELLBEING_COMES_FIRST', 'Each person''s own wishes for their wellbeing are known and acted on', 'WELLBEING', 3, true, '{}', '2024-04-01', 'Common minimum: wellbeing'),
  ('SHARED', 'A_SAY_IN_OWN_CARE', 'People decide how and by whom they are supported', 'WELLBEING', 2, true, '{}', '2024-04-01', 'Common minimum: wellbeing'),
  ('SHARED', 'COMPLAINTS_WELCOME', 'It is easy to complain, and something comes of it', 'WELLBEING', 1, false, '{}', '2024-04-01', 'Project''s own'),
  ('SHARED', 'CARE_PLANS_CURRENT', 'Care plans are current and known to who works by them', 'CARE_AND_SUPPORT', 2, false, '{}', '2024-04-01', 'Project''s own'),
  ('SHARED', 'WORKING_WITH_OTHERS', 'Health and other services are brought in when they are needed', 'CARE_AND_SUPPORT', 1, false, '{}', '2024-04-01', 'Project''s own'),
  ('SHARED', 'SAFEGUARDING_KNOWN', 'Everyone knows how to recognise abuse and neglect and what to do', 'SAFEGUARDING', 3, true, '{}', '2024-04-01', 'Common minimum: safeguarding'),
  ('SHARED', 'SAFE_RECRUITMENT', 'Nobody works with people before their checks are back', 'SAFEGUARDING', 3, true, '{}', '2024-04-01', 'Common minimum: safeguarding'),
  ('SHARED', 'MEDICINES_SAFE', 'Medicines are given as prescribed and recorded', 'SAFEGUARDING', 2, false, '{}', '2024-04-01', 'Project''s own'),
  ('SHARED', 'INDUCTION_BEFORE_WORK', 'New staff are trained and shadowed before they work alone', 'WORKFORCE', 2, true, '{}', '2024-04-01', 'Common minimum: training'),
  ('SHARED', 'TRAINING_KEPT_UP', 'Training is kept up and fits the people supported', 'WORKFORCE', 2, true, '{}', '2024-04-01', 'Common minimum: training'),
  ('SHARED', 'ENOUGH_STAFF', 'There are enough staff, and people know who comes', 'WORKFORCE', 2, false, '{}', '2024-04-01', 'Project''s own'),
  ('SHARED', 'QUALITY_CHECKED', 'The provider finds its own faults and mends them', 'LEADERSHIP', 2, false, '{}', '2024-04-01', 'Project''s own'),
  ('SHARED', 'RECORDS_KEPT', 'Records are complete, truthful and safe', 'LEADERSHIP', 1, false, '{}', '2024-04-01', 'Project''s own'),
  ('SHARED', 'VISITS_AS_AGREED', 'Visits last as long as agreed and come when agreed', 'CARE_AND_SUPPORT', 3, false, '{HOME_CARE,HOMECARE,DOMICILIARY,REABLEMENT,EXTRA_CARE}', '2024-04-01', 'Project''s own, after homecare practice'),
  ('SHARED', 'TRAVEL_TIME_PLANNED', 'Rotas leave time to travel, and it is paid', 'WORKFORCE', 1, false, '{HOME_CARE,HOMECARE,DOMICILIARY,REABLEMENT}', '2024-04-01', 'Project''s own, after homecare practice'),
  ('SHARED', 'FOOD_AND_DRINK', 'Food and drink are good, enough and what people like', 'CARE_AND_SUPPORT', 2, false, '{RESIDENTIAL,NURSING,CARE_HOME,EXTRA_CARE,DAY}', '2024-04-01', 'Project''s own'),
  ('SHARED', 'PREMISES_SAFE', 'Premises and equipment are safe and clean', 'SAFEGUARDING', 2, false, '{RESIDENTIAL,NURSING,CARE_HOME,SUPPORTED,DAY}', '2024-04-01', 'Project''s own');

insert into monitoring_rule (code, value, valid_from, source)
values
  ('BAND_EXCELLENT', 88, '2024-04-01', 'Percentages after the bands of the regulator''s single assessment framework'),
  ('BAND_GOOD', 63, '2024-04-01', 'Percentages after the bands of the regulator''s single assessment framework'),
  ('BAND_REQUIRES_IMPROVEMENT', 39, '2024-04-01', 'Percentages after the bands of the regulator''s single assessment framework');

create table inspection_view (
  location_id   uuid   primary key,
  provider_id   uuid,
  name          text   not null,
  open          boolean not null,
  report_date   date,
  key_questions jsonb  not null,
  version       bigint not null
);
comment on table inspection_view is 'The latest inspection of each location by key question, from topic providers.v1; shared by every authority, so without row policy';
create index inspection_view_provider on inspection_view (provider_id);

alter table monitoring_plan add column assurance text not null default '[]';
comment on column monitoring_plan.assurance is 'Domain by domain whether standards are assessed or an inspection is relied on, why and until when, as JSON';

create table assessment (
  id          uuid   primary key,
  authority   text   not null,
  version     bigint not null check (version > 0),
  state       jsonb  not null,
  contract_id uuid   generated always as ((state ->> 'contractId')::uuid) stored not null,
  provider_id uuid   generated always as ((state ->> 'providerId')::uuid) stored,
  status      text   generated always as (state ->> 'status') stored check (status in ('DRAFT', 'SHARED', 'PUBLISHED'))
);
comment on table assessment is 'Assessments of a contract against standards, from draft to publication';
create index assessment_list on assessment (authority, contract_id, id);
create index assessment_provider on assessment (provider_id, id);

create table action_plan (
  id            uuid   primary key,
  authority     text   not null,
  version       bigint not null check (version > 0),
  state         jsonb  not null,
  contract_id   uuid   generated always as ((state ->> 'contractId')::uuid) stored not null,
  provider_id   uuid   generated always as ((state ->> 'providerId')::uuid) stored,
  assessment_id uuid   generated always as ((state ->> 'assessmentId')::uuid) stored
    constraint action_plan_one_per_assessment unique,
  status        text   generated always as (state ->> 'status') stored check (status in ('OPEN', 'COMPLETED')),
  next_due      text   generated always as (state ->> 'nextDue') stored
);
comment on table action_plan is 'What must be put right, by whom and until when, with the evidence';
comment on column action_plan.next_due is 'ISO date as text of the earliest action still open';
create index action_plan_list on action_plan (authority, contract_id, id);
create index action_plan_provider on action_plan (provider_id, id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['assessment', 'action_plan'] loop
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

alter table standard enable row level security;
alter table standard force row level security;
create policy standard_tenant on standard
  using (authority in ('SHARED', current_setting('app.authority', true)) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
