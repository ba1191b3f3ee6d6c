-- The regulators' own registers: dated directories in which every location has the register's number.
select set_config('app.reach', 'system', true);

create table register_file (
  register      text    not null check (register in ('CQC', 'OFSTED')),
  snapshot_date date    not null,
  area          text    not null,
  complete      boolean not null,
  constraint register_file_pk primary key (register, snapshot_date, area)
);
comment on table register_file is 'Dated directories and the areas they cover: absence of a location means something only there';
comment on column register_file.area is 'GSS code, or ENGLAND for a directory of the whole country';

create table register_listing (
  register      text not null check (register in ('CQC', 'OFSTED')),
  register_id   text not null,
  snapshot_date date not null,
  area          text not null,
  location_id   uuid not null constraint fk_register_listing_location references location,
  constraint register_listing_pk primary key (register, register_id, snapshot_date)
);
comment on table register_listing is 'One location listed in one dated directory';
create index register_listing_by_location on register_listing (location_id);

create table register_predecessor (
  register       text not null check (register in ('CQC', 'OFSTED')),
  register_id    text not null,
  predecessor_id text not null,
  constraint register_predecessor_pk primary key (register, register_id, predecessor_id)
);
comment on table register_predecessor is 'Which registration took over from which, as the register states it';
create index register_predecessor_backwards on register_predecessor (register, predecessor_id);

alter table location add column ofsted_urn text constraint location_ofsted_urn_key unique;
comment on column location.ofsted_urn is 'Ofsted''s unique reference number of the setting';

alter table register_file enable row level security;
alter table register_file force row level security;
create policy register_file_shared on register_file using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table register_listing enable row level security;
alter table register_listing force row level security;
create policy register_listing_shared on register_listing using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table register_predecessor enable row level security;
alter table register_predecessor force row level security;
create policy register_predecessor_shared on register_predecessor using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');

-- Two London boroughs that the workforce tables leave out: each shares its children's services with the other.
insert into authority (code, name, kind, region, valid_from, valid_to, source) values
  ('E09000021', 'Kingston upon Thames', 'LONDON_BOROUGH', 'Outer London', '2011-01-01', null, 'ONS register of geographic codes'),
  ('E09000027', 'Richmond upon Thames', 'LONDON_BOROUGH', 'Outer London', '2011-01-01', null, 'ONS register of geographic codes');
