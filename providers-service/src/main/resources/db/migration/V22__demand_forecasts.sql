-- How much care people will need: population cohorts, usage rates, dated adjustments, and what they come to.
create table population_cohort (
  authority text    not null,
  source    text    not null check (source <> ''),
  area      text    not null,
  age_band  text    not null check (age_band <> ''),
  year      int     not null check (year between 1990 and 2100),
  people    numeric not null check (people >= 0),
  constraint population_cohort_pk primary key (authority, source, area, age_band, year)
);
comment on table population_cohort is 'Projected people by area, age band and year, as imported from a named publication';
comment on column population_cohort.source is 'The publication and its edition, as the importer named it';

create table demand_forecast (
  id           uuid        primary key,
  version      bigint      not null check (version > 0),
  authority    text        not null,
  name         text        not null check (name <> ''),
  service_type text        not null,
  unit         text        not null check (unit in ('PEOPLE', 'HOURS_PER_WEEK', 'BEDS')),
  care_types   text[]      not null default '{}',
  saved_by     text        not null,
  saved_at     timestamptz not null
);
comment on table demand_forecast is 'A forecast for one service; its assumptions stand in its versions';
create index demand_forecast_by_service on demand_forecast (authority, service_type, id desc);

create table demand_forecast_version (
  forecast_id uuid        not null constraint fk_demand_forecast_version_of references demand_forecast,
  version     bigint      not null check (version > 0),
  authority   text        not null,
  inputs      jsonb       not null,
  source      text        not null,
  note        text        not null,
  saved_by    text        not null,
  saved_at    timestamptz not null,
  constraint demand_forecast_version_pk primary key (forecast_id, version)
);
comment on table demand_forecast_version is 'Everything a version was worked out from, frozen: later imports and contracts do not change it';

alter table population_cohort enable row level security;
alter table population_cohort force row level security;
create policy population_cohort_tenant on population_cohort
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table demand_forecast enable row level security;
alter table demand_forecast force row level security;
create policy demand_forecast_tenant on demand_forecast
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table demand_forecast_version enable row level security;
alter table demand_forecast_version force row level security;
create policy demand_forecast_version_tenant on demand_forecast_version
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
