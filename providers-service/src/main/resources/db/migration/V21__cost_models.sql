-- What it costs a provider to deliver a unit of care, on the lines of the fair cost of care exercise.
create table cost_line_set (
  code       text not null,
  name       text not null,
  unit       text not null check (unit in ('HOUR', 'WEEK')),
  variants   text[] not null default '{}',
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  source     text not null,
  constraint cost_line_set_pk primary key (code, valid_from)
);
comment on table cost_line_set is 'Dated sets of cost lines; a model keeps to the set that was valid on the day of its prices';
comment on column cost_line_set.unit is 'HOUR of contact, or WEEK of one occupied bed';
comment on column cost_line_set.variants is 'Kinds of bed that are costed apart; empty when there is one kind of unit';
comment on column cost_line_set.valid_to is 'First day on which the set was no longer used';

create table cost_line (
  set_code       text not null,
  set_valid_from date not null,
  code           text not null,
  position       int  not null,
  section        text not null check (section in ('CAREWORKER', 'STAFFING', 'BUSINESS', 'PREMISES', 'SUPPLIES', 'HEAD_OFFICE', 'RETURN')),
  name           text not null,
  kind           text not null check (kind in ('PAY', 'ON_COST', 'OTHER')),
  drivers        text[] not null default '{}',
  constraint cost_line_pk primary key (set_code, set_valid_from, code),
  constraint fk_cost_line_set foreign key (set_code, set_valid_from) references cost_line_set
);
comment on table cost_line is 'Lines of a set in their order';
comment on column cost_line.kind is 'PAY is wages, ON_COST is what an employer pays on top of them';
comment on column cost_line.drivers is 'Indices that move the line; the living wage (NLW) moves the share of it that is paid at the living wage';

insert into cost_line_set (code, name, unit, variants, valid_from, source) values
  ('HOMECARE_18_PLUS', 'Home care for adults', 'HOUR', '{}', '2022-04-01',
   'Market Sustainability and Fair Cost of Care Fund 2022 to 2023, Annex A section 3 (lines grouped as councils published them)'),
  ('CARE_HOME_65_PLUS', 'Care homes for people aged 65 and over', 'WEEK',
   '{STANDARD_RESIDENTIAL,ENHANCED_RESIDENTIAL,STANDARD_NURSING,ENHANCED_NURSING}', '2022-04-01',
   'Market Sustainability and Fair Cost of Care Fund 2022 to 2023, Annex A section 3; table as published in councils'' Annex B');

insert into cost_line (set_code, set_valid_from, code, position, section, name, kind, drivers) values
  ('HOMECARE_18_PLUS', '2022-04-01', 'DIRECT_CARE', 1, 'CAREWORKER', 'Direct care', 'PAY', '{NLW}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'TRAVEL_TIME', 2, 'CAREWORKER', 'Travel time', 'PAY', '{NLW}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'MILEAGE', 3, 'CAREWORKER', 'Mileage', 'OTHER', '{FUEL}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'PPE', 4, 'CAREWORKER', 'Personal protective equipment', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'TRAINING_TIME', 5, 'CAREWORKER', 'Training (staff time)', 'PAY', '{NLW}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'HOLIDAY', 6, 'CAREWORKER', 'Holiday', 'PAY', '{NLW}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'NON_CONTACT_PAY', 7, 'CAREWORKER', 'Additional non-contact pay', 'PAY', '{NLW}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'SICKNESS_AND_PARENTAL', 8, 'CAREWORKER', 'Sickness, maternity and paternity pay', 'PAY', '{NLW}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'NOTICE_AND_SUSPENSION', 9, 'CAREWORKER', 'Notice and suspension pay', 'PAY', '{NLW}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'NATIONAL_INSURANCE', 10, 'CAREWORKER', 'Employer''s national insurance', 'ON_COST', '{NLW,EMPLOYER_NI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'PENSION', 11, 'CAREWORKER', 'Employer''s pension contribution', 'ON_COST', '{NLW}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'BACK_OFFICE_STAFF', 12, 'BUSINESS', 'Back-office staff', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'TRAVEL_COSTS', 13, 'BUSINESS', 'Travel (parking, vehicle lease)', 'OTHER', '{FUEL}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'RENT_RATES_UTILITIES', 14, 'BUSINESS', 'Rent, rates and utilities', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'RECRUITMENT', 15, 'BUSINESS', 'Recruitment and DBS checks', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'TRAINING_THIRD_PARTY', 16, 'BUSINESS', 'Training (third party)', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'IT', 17, 'BUSINESS', 'IT: hardware, software, call monitoring', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'TELEPHONY', 18, 'BUSINESS', 'Telephony', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'STATIONERY_POSTAGE', 19, 'BUSINESS', 'Stationery and postage', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'INSURANCE', 20, 'BUSINESS', 'Insurance', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'PROFESSIONAL_FEES', 21, 'BUSINESS', 'Legal, finance and professional fees', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'MARKETING', 22, 'BUSINESS', 'Marketing', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'AUDIT_COMPLIANCE', 23, 'BUSINESS', 'Audit and compliance', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'UNIFORMS_CONSUMABLES', 24, 'BUSINESS', 'Uniforms and other consumables', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'ASSISTIVE_TECHNOLOGY', 25, 'BUSINESS', 'Assistive technology', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'HEAD_OFFICE_RECHARGES', 26, 'BUSINESS', 'Central and head office recharges', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'OTHER_OVERHEADS', 27, 'BUSINESS', 'Other overheads', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'REGISTRATION_FEES', 28, 'BUSINESS', 'Registration fees of the regulator', 'OTHER', '{CPI}'),
  ('HOMECARE_18_PLUS', '2022-04-01', 'RETURN_ON_OPERATIONS', 29, 'RETURN', 'Return on operations', 'OTHER', '{}'),

  ('CARE_HOME_65_PLUS', '2022-04-01', 'NURSING_STAFF', 1, 'STAFFING', 'Nursing staff', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'CARE_STAFF', 2, 'STAFFING', 'Care staff', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'THERAPY_STAFF', 3, 'STAFFING', 'Therapy staff (occupational and physiotherapy)', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'ACTIVITY_COORDINATORS', 4, 'STAFFING', 'Activity coordinators', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'SERVICE_MANAGEMENT', 5, 'STAFFING', 'Service management (registered manager, deputy)', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'RECEPTION_AND_ADMIN', 6, 'STAFFING', 'Reception and administration at the home', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'CHEFS_AND_COOKS', 7, 'STAFFING', 'Chefs and cooks', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'DOMESTIC_STAFF', 8, 'STAFFING', 'Domestic staff (cleaning, laundry, kitchen)', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'MAINTENANCE_AND_GARDENING', 9, 'STAFFING', 'Maintenance and gardening', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'OTHER_STAFF', 10, 'STAFFING', 'Other staff', 'PAY', '{NLW}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'FIXTURES_AND_FITTINGS', 11, 'PREMISES', 'Fixtures and fittings', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'REPAIRS_AND_MAINTENANCE', 12, 'PREMISES', 'Repairs and maintenance', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'FURNITURE_AND_EQUIPMENT', 13, 'PREMISES', 'Furniture, furnishings and equipment', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'OTHER_PREMISES', 14, 'PREMISES', 'Other premises costs', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'FOOD', 15, 'SUPPLIES', 'Food', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'DOMESTIC_AND_CLEANING', 16, 'SUPPLIES', 'Domestic and cleaning supplies', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'MEDICAL', 17, 'SUPPLIES', 'Medical supplies (without protective equipment)', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'PPE', 18, 'SUPPLIES', 'Personal protective equipment', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'OFFICE', 19, 'SUPPLIES', 'Office supplies', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'INSURANCE', 20, 'SUPPLIES', 'Insurance (all risks)', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'REGISTRATION_FEES', 21, 'SUPPLIES', 'Registration fees', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'TELEPHONE_AND_INTERNET', 22, 'SUPPLIES', 'Telephone and internet', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'COUNCIL_TAX_AND_RATES', 23, 'SUPPLIES', 'Council tax and rates', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'UTILITIES', 24, 'SUPPLIES', 'Electricity, gas and water', 'OTHER', '{ENERGY}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'WASTE', 25, 'SUPPLIES', 'Trade and clinical waste', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'TRANSPORT_AND_ACTIVITIES', 26, 'SUPPLIES', 'Transport and activities', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'OTHER_SUPPLIES', 27, 'SUPPLIES', 'Other supplies and services', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'CENTRAL_MANAGEMENT', 28, 'HEAD_OFFICE', 'Central and regional management', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'SUPPORT_SERVICES', 29, 'HEAD_OFFICE', 'Support services (finance, personnel, legal, marketing)', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'RECRUITMENT_AND_TRAINING', 30, 'HEAD_OFFICE', 'Recruitment, training and vetting', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'OTHER_HEAD_OFFICE', 31, 'HEAD_OFFICE', 'Other head office costs', 'OTHER', '{CPI}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'RETURN_ON_OPERATIONS', 32, 'RETURN', 'Return on operations', 'OTHER', '{}'),
  ('CARE_HOME_65_PLUS', '2022-04-01', 'RETURN_ON_CAPITAL', 33, 'RETURN', 'Return on capital', 'OTHER', '{}');

create table cost_model (
  id                  uuid        primary key,
  version             bigint      not null check (version > 0),
  authority           text        not null,
  provider_id         uuid        not null constraint fk_cost_model_provider references provider,
  service_type        text        not null,
  line_set            text        not null,
  line_set_from       date        not null,
  variant             text,
  basis               text        not null check (basis in ('PER_UNIT', 'PER_YEAR')),
  annual_units        numeric     check (annual_units > 0),
  living_wage_percent numeric     not null check (living_wage_percent between 0 and 100),
  prices_as_of        date        not null,
  lines               jsonb       not null,
  source              text        not null,
  status              text        not null check (status in ('SUBMITTED', 'ACCEPTED', 'DECLINED', 'REPLACED', 'WITHDRAWN')),
  submitted_by        text        not null,
  by_provider         boolean     not null,
  submitted_at        timestamptz not null,
  decided_by          text,
  decided_on          date,
  accepted_on         date,
  ended_on            date,
  reason              text,
  constraint fk_cost_model_line_set foreign key (line_set, line_set_from) references cost_line_set,
  constraint cost_model_units_of_a_year check (basis = 'PER_UNIT' or annual_units is not null)
);
comment on table cost_model is 'Confidential: what one provider told one authority its care costs; figures stay in this table and in no event';
comment on column cost_model.living_wage_percent is 'Share of pay and its on-costs that is paid at the living wage';
comment on column cost_model.basis is 'Whether lines are pounds for a unit, or pounds for a year of annual_units';
create unique index cost_model_one_accepted on cost_model (authority, provider_id, service_type, coalesce(variant, '')) where status = 'ACCEPTED';
create index cost_model_by_provider on cost_model (provider_id, id desc);

alter table cost_model enable row level security;
alter table cost_model force row level security;
create policy cost_model_tenant on cost_model
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
