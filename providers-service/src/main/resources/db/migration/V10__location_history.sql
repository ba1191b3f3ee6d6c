-- What became of locations over time: when they were open, how many beds they had, who says so and why they closed.
select set_config('app.reach', 'system', true);

create table location_declaration (
  id          uuid        primary key,
  location_id uuid        not null constraint fk_location_declaration_location references location,
  kind        text        not null check (kind in ('OPENED', 'CLOSED')),
  day         date        not null,
  source      text        not null check (source in ('API', 'CQC', 'OFSTED')),
  stated_on   date        not null,
  exit_reason text        check (exit_reason in ('INSOLVENCY', 'ENFORCEMENT', 'COMMERCIAL_DECISION', 'PREMISES',
    'STAFFING', 'CHANGE_OF_SERVICE', 'TRANSFER', 'OTHER')),
  note        text,
  authority   text        not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  withdrawn   boolean     not null default false,
  constraint location_declaration_reason_of_exit check (exit_reason is null or kind = 'CLOSED')
);
comment on table location_declaration is 'Exact days of opening and closing, as a person or a register states them; what files show lies only between dates';
comment on column location_declaration.stated_on is 'Day of the document that states it: a later document of the same source replaces what an earlier one stated';
comment on column location_declaration.withdrawn is 'Taken back or replaced; kept as a record';
create unique index location_declaration_standing on location_declaration (location_id, kind, day, source) where not withdrawn;

create table location_spell (
  location_id  uuid not null constraint fk_location_spell_location references location,
  n            int  not null check (n > 0),
  opened_after date,
  opened_until date,
  closed_after date,
  closed_until date,
  constraint location_spell_pk primary key (location_id, n),
  constraint location_spell_forwards check (closed_until is null or opened_until is null or closed_until >= opened_until)
);
comment on table location_spell is 'Periods of being open, derived from every file and declaration; what all figures about supply count';
comment on column location_spell.opened_until is 'First day on which it is known to have been open; null when nobody knows its opening: it counts as always open';
comment on column location_spell.closed_until is 'First day on which it is known to have been closed; null while open';

create table location_beds (
  location_id uuid not null constraint fk_location_beds_location references location,
  valid_from  date not null,
  beds        int  not null check (beds >= 0),
  source      text not null check (source in ('API', 'CQC', 'OFSTED')),
  constraint location_beds_pk primary key (location_id, valid_from)
);
comment on table location_beds is 'Registered beds or places as stated on a day; they hold until the next statement, and the first one also holds before';

create function beds_on(wanted uuid, day date) returns int language sql stable as $$
  select beds from location_beds where location_id = wanted
  order by valid_from <= day desc, abs(valid_from - day) limit 1
$$;
comment on function beds_on is 'Registered beds of a location on a day: the last number stated by then, else the first one ever stated';

create function open_on(wanted uuid, day date) returns boolean language sql stable as $$
  select exists (
    select 1 from location_spell
    where location_id = wanted and (opened_until is null or opened_until <= day)
      and (closed_until is null or closed_until > day))
$$;
comment on function open_on is 'Whether a location was open on a day';

-- What is on record already becomes history.
insert into location_declaration (id, location_id, kind, day, source, stated_on, authority, recorded_by, recorded_at)
select gen_random_uuid(), id, 'OPENED', opened_until, 'API', opened_until, authority, 'migration', registered_at
from location where not sighted and opened_until is not null and opened_after = opened_until;
insert into location_declaration (id, location_id, kind, day, source, stated_on, authority, recorded_by, recorded_at)
select gen_random_uuid(), id, 'CLOSED', closed_until, 'API', closed_until, authority, 'migration', registered_at
from location where closed_until is not null and closed_after = closed_until and (not sighted or successor_id is null);
insert into location_spell (location_id, n, opened_after, opened_until, closed_after, closed_until)
select id, 1, opened_after, opened_until, closed_after, closed_until from location
where closed_until is null or opened_until is null or closed_until >= opened_until;
insert into location_beds (location_id, valid_from, beds, source)
select id, coalesce(opened_until, registered_at::date), beds, 'API' from location where beds is not null;

alter table location_declaration enable row level security;
alter table location_declaration force row level security;
create policy location_declaration_shared on location_declaration using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table location_spell enable row level security;
alter table location_spell force row level security;
create policy location_spell_shared on location_spell using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
alter table location_beds enable row level security;
alter table location_beds force row level security;
create policy location_beds_shared on location_beds using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
