-- Registered homes and branches, what dated files show of them, and what regulators concluded.
create table location (
  id               uuid        primary key,
  version          bigint      not null check (version > 0),
  authority        text        not null,
  provider_id      uuid        constraint fk_location_provider references provider,
  name             text        not null check (name <> ''),
  cqc_location_id  text        constraint location_cqc_id_key unique,
  care_type        text        not null,
  beds             int         check (beds >= 0),
  area             text        not null,
  postcode         text,
  address          text,
  telephone        text,
  website          text,
  latitude         numeric     check (latitude between -90 and 90),
  longitude        numeric     check (longitude between -180 and 180),
  status           text        not null check (status in ('OPEN', 'CLOSED')),
  opened_after     date,
  opened_until     date,
  closed_after     date,
  closed_until     date,
  successor_id     uuid        constraint fk_location_successor references location,
  sighted          boolean     not null default false,
  inspection_date  date,
  current_rating   jsonb,
  previous_rating  jsonb,
  special_measures jsonb,
  rating           text,
  ratings_recorded int         not null default 0,
  registered_at    timestamptz not null,
  constraint location_closed_has_date check (status = 'OPEN' or closed_until is not null)
);
comment on table location is 'A registered home or branch; one row for each registration with the regulator';
comment on column location.opened_after is 'Last file in which it was not yet listed; null when no earlier file exists';
comment on column location.successor_id is 'The registration that replaced this one at the same premises: no closure of the home';
comment on column location.sighted is 'Known from dated files, so that absence from a later one means closure';
create index location_by_name on location (lower(name), id);
create index location_by_provider on location (provider_id);
create index location_by_area on location (area, status, care_type);

create table area_snapshot (
  area          text not null,
  snapshot_date date not null,
  complete      boolean not null,
  constraint area_snapshot_pk primary key (area, snapshot_date)
);
comment on table area_snapshot is 'Dates of the files imported for an area: absence means something only there';
comment on column area_snapshot.complete is 'False when rows of the file were rejected: then absence from it proves nothing';

create table location_sighting (
  id            uuid  primary key,
  area          text  not null,
  snapshot_date date  not null,
  fingerprint   text  not null,
  facts         jsonb not null,
  listed_by     text  not null,
  location_id   uuid  constraint fk_location_sighting_location references location,
  constraint fk_location_sighting_snapshot foreign key (area, snapshot_date) references area_snapshot,
  constraint location_sighting_once unique (area, snapshot_date, fingerprint)
);
comment on table location_sighting is 'One home listed in one dated file; everything derived about openings and closures follows from these rows';
create index location_sighting_by_location on location_sighting (location_id);

create table location_rating (
  id            uuid        primary key,
  location_id   uuid        not null constraint fk_location_rating_location references location,
  authority     text        not null,
  regulator     text        not null check (regulator in ('CQC', 'OFSTED')),
  report_date   date        not null,
  overall       text        not null,
  key_questions jsonb       not null,
  report_url    text,
  inherited     boolean     not null,
  recorded_at   timestamptz not null,
  recorded_by   text        not null,
  corrects      uuid        constraint fk_location_rating_corrects references location_rating,
  reason        text,
  replaced      boolean     not null default false
);
comment on table location_rating is 'Every rating as recorded; a correction replaces a row and keeps it';
create unique index location_rating_one_report on location_rating (location_id, regulator, report_date) where not replaced;

alter table location enable row level security;
alter table location force row level security;
create policy location_shared on location using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table area_snapshot enable row level security;
alter table area_snapshot force row level security;
create policy area_snapshot_shared on area_snapshot using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table location_sighting enable row level security;
alter table location_sighting force row level security;
create policy location_sighting_shared on location_sighting using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table location_rating enable row level security;
alter table location_rating force row level security;
create policy location_rating_shared on location_rating using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
