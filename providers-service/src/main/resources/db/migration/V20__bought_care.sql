-- What the authority buys and at which price, and how far published indices stood, as the contract register tells.
create table bought_care (
  id             uuid    primary key,
  authority      text    not null,
  kind           text    not null check (kind in ('PLACEMENT', 'AGREEMENT')),
  contract_id    uuid,
  provider_id    uuid,
  service_type   text,
  care_type      text,
  client_group   text,
  area           text,
  unit           text,
  unit_price     numeric check (unit_price >= 0),
  weekly_price   numeric check (weekly_price >= 0),
  hours_per_week numeric check (hours_per_week >= 0),
  places         numeric check (places >= 0),
  start_date     date,
  end_date       date
);
comment on table bought_care is 'View of contracts.v1: one row for each placement and each agreed volume; rebuilt from the topic';
comment on column bought_care.unit is 'HOUR or WEEK: what unit_price pays for';
comment on column bought_care.hours_per_week is 'Volume in hours a week, where it is measured in time';
comment on column bought_care.places is 'Volume in people or beds at any one time';
create index bought_care_by_provider on bought_care (provider_id, service_type);
create index bought_care_by_service on bought_care (authority, service_type, area);

create table index_point (
  index_code text    not null,
  day        date    not null,
  authority  text    not null,
  series_id  uuid    not null,
  value      numeric,
  movement   numeric,
  source     text    not null,
  constraint index_point_pk primary key (series_id, day)
);
comment on table index_point is 'View of index-series.published.v1 on contracts.v1: published index values, common knowledge';
comment on column index_point.movement is 'Percentage movement over twelve months as published, where the source gives one';
create index index_point_by_code on index_point (index_code, day);

alter table bought_care enable row level security;
alter table bought_care force row level security;
create policy bought_care_tenant on bought_care
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table index_point enable row level security;
alter table index_point force row level security;
create policy index_point_shared on index_point using (true)
  with check (current_setting('app.reach', true) = 'system');
