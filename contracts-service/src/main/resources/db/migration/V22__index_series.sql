-- Published series that prices follow: the same for every authority, with the source of each point.
create table index_series (
  code          text    primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
  id            uuid    not null constraint index_series_id_key unique,
  name          text    not null,
  unit          text    not null,
  movement_rule text    not null,
  source        text    not null,
  version       bigint  not null default 0,
  published     boolean not null default false
);
comment on table index_series is 'Reference data: series that uplift clauses follow';
comment on column index_series.movement_rule is 'What movement_percent of its points means';
comment on column index_series.published is 'False until its news were told; a migration that adds points sets it to false';

create table index_point (
  series_code      text    not null constraint index_point_series references index_series,
  point_date       date    not null,
  value            numeric,
  movement_percent numeric,
  source           text    not null,
  checked          boolean not null,
  constraint index_point_pk primary key (series_code, point_date),
  constraint index_point_says_something check (value is not null or movement_percent is not null)
);
comment on table index_point is 'Reference data: published values of index series';
comment on column index_point.checked is 'Compared with the publisher''s own figure; false: to be confirmed before it is relied on';

alter table index_series enable row level security;
alter table index_series force row level security;
create policy index_series_shared on index_series using (true)
  with check (current_setting('app.reach', true) = 'system');

alter table index_point enable row level security;
alter table index_point force row level security;
create policy index_point_shared on index_point using (true)
  with check (current_setting('app.reach', true) = 'system');

-- The owner is subject to the policies too: rows below are written as the system.
set local app.reach = 'system';

insert into index_series (code, id, name, unit, movement_rule, source) values
  ('NLW', '53053cb4-8c95-5256-99f6-135b63cd7f14', 'National Living Wage', 'GBP an hour', 'Change from the point before, in percent', 'Low Pay Commission and HM Government'),
  ('CPI', 'b6efc844-56c9-5b16-ae1e-bfc0038d0f6b', 'Consumer Prices Index', 'index, 2015 = 100', 'Change over twelve months, in percent', 'Office for National Statistics, D7G7'),
  ('CPIH', 'a4cdcd2d-20e6-5db4-9db9-468d64baf590', 'Consumer Prices Index including owner occupiers housing costs', 'index, 2015 = 100', 'Change over twelve months, in percent', 'Office for National Statistics, L55O'),
  ('EMPLOYER_NI', 'a0625c0b-2a73-5672-9d2a-89a135d6dd8a', 'Employer National Insurance, secondary rate', 'percent of pay above the threshold', 'Change of the rate from the point before, in percentage points of pay above the threshold', 'HM Revenue and Customs'),
  ('EMPLOYER_NI_THRESHOLD', '8b4a9901-00a5-5977-939b-209552b3e840', 'Employer National Insurance, secondary threshold', 'GBP a year', 'None: how a lower threshold moves a price depends on pay; a clause states its own movement', 'HM Revenue and Customs'),
  ('FUEL', 'a451462d-c090-54cc-840c-6bc502050f0c', 'Road fuel', 'pence a litre', 'Change over twelve months, in percent', 'Department for Energy Security and Net Zero, weekly road fuel prices');

insert into index_point (series_code, point_date, value, movement_percent, source, checked) values
  ('CPI', '2016-09-01', null, 1.0, 'ONS consumer price inflation bulletin', false),
  ('CPI', '2016-12-01', null, 1.6, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2017-09-01', null, 3.0, 'ONS consumer price inflation bulletin', false),
  ('CPI', '2018-09-01', null, 2.4, 'ONS consumer price inflation bulletin', false),
  ('CPI', '2019-09-01', null, 1.7, 'ONS consumer price inflation bulletin', false),
  ('CPI', '2020-06-01', null, 0.6, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2020-09-01', null, 0.5, 'ONS consumer price inflation bulletin', false),
  ('CPI', '2021-03-01', null, 0.7, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2021-09-01', null, 3.1, 'ONS consumer price inflation bulletin', false),
  ('CPI', '2022-03-01', null, 7.0, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2022-09-01', null, 10.1, 'ONS consumer price inflation bulletin', false),
  ('CPI', '2022-12-01', null, 10.5, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2023-09-01', null, 6.7, 'ONS consumer price inflation bulletin', false),
  ('CPI', '2024-09-01', 134.2, 1.7, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2024-10-01', 135.0, 2.3, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2024-11-01', 135.1, 2.6, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2024-12-01', 135.6, 2.5, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2025-01-01', 135.4, 3.0, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2025-02-01', 136.0, 2.8, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2025-03-01', 136.5, 2.6, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2025-04-01', 138.2, 3.5, 'ONS consumer price inflation bulletin', true),
  ('CPI', '2025-09-01', null, 3.8, 'ONS consumer price inflation bulletin', true),
  ('CPIH', '2016-12-01', null, 1.7, 'ONS consumer price inflation bulletin', true),
  ('CPIH', '2020-06-01', null, 0.8, 'ONS consumer price inflation bulletin', true),
  ('CPIH', '2021-03-01', null, 1.0, 'ONS consumer price inflation bulletin', true),
  ('CPIH', '2022-03-01', null, 6.2, 'ONS consumer price inflation bulletin', true),
  ('CPIH', '2022-12-01', null, 9.2, 'ONS consumer price inflation bulletin', true),
  ('CPIH', '2024-09-01', 133.5, 2.6, 'ONS consumer price inflation bulletin', true),
  ('CPIH', '2025-04-01', 137.7, 4.1, 'ONS consumer price inflation bulletin', true),
  ('CPIH', '2025-09-01', null, 4.1, 'ONS consumer price inflation bulletin', true),
  ('EMPLOYER_NI', '2024-04-06', 13.8, 0, 'Homecare Association, employer National Insurance from April 2025', true),
  ('EMPLOYER_NI', '2025-04-06', 15.0, 1.2, 'Homecare Association, employer National Insurance from April 2025', true),
  ('EMPLOYER_NI_THRESHOLD', '2024-04-06', 9100, null, 'Employer National Insurance thresholds, gov.uk', false),
  ('EMPLOYER_NI_THRESHOLD', '2025-04-06', 5000, null, 'Employer National Insurance thresholds, gov.uk', false),
  ('NLW', '2016-04-01', 7.20, null, 'National Living Wage rates, gov.uk', true),
  ('NLW', '2017-04-01', 7.50, null, 'National Living Wage rates, gov.uk', false),
  ('NLW', '2018-04-01', 7.83, null, 'National Living Wage rates, gov.uk', false),
  ('NLW', '2019-04-01', 8.21, null, 'National Living Wage rates, gov.uk', true),
  ('NLW', '2020-04-01', 8.72, null, 'National Living Wage rates, gov.uk', true),
  ('NLW', '2021-04-01', 8.91, null, 'National Living Wage rates, gov.uk', true),
  ('NLW', '2022-04-01', 9.50, null, 'National Living Wage rates, gov.uk', true),
  ('NLW', '2023-04-01', 10.42, null, 'National Living Wage rates, gov.uk', true),
  ('NLW', '2024-04-01', 11.44, null, 'National Living Wage rates, gov.uk', true),
  ('NLW', '2025-04-01', 12.21, null, 'National Living Wage rates, gov.uk', true),
  ('NLW', '2026-04-01', 12.71, null, 'National Living Wage rates, gov.uk', true);

-- The living wage moves by its change from the year before.
update index_point p set movement_percent = round((p.value / b.value - 1) * 100, 4)
from index_point b
where p.series_code = 'NLW' and b.series_code = 'NLW'
  and b.point_date = p.point_date - interval '1 year';
