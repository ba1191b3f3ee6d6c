-- Homecare visits as planned and as made, month by month, with figures that are kept as they come in.

create table visit_terms (
  id                  uuid    primary key default gen_random_uuid(),
  authority           text    not null,
  contract_id         uuid,
  valid_from          date    not null,
  minutes_early       int     not null check (minutes_early between 0 and 240),
  minutes_late        int     not null check (minutes_late between 0 and 240),
  short_below_percent numeric not null check (short_below_percent between 0 and 100),
  source              text    not null,
  version             bigint  not null default 1 check (version > 0),
  constraint visit_terms_key unique nulls not distinct (authority, contract_id, valid_from)
);
comment on table visit_terms is
  'What counts as on time and as short, dated: of a contract, else of its authority, else of SHARED; no national standard exists';
comment on column visit_terms.minutes_early is 'A visit begun no more than this many minutes before its planned start is on time';
comment on column visit_terms.short_below_percent is 'A visit is short when it lasted less than this share of the minutes agreed';
insert into visit_terms (authority, contract_id, valid_from, minutes_early, minutes_late, short_below_percent, source)
values ('SHARED', null, '2010-01-01', 15, 15, 80,
  'Project''s own, after common homecare contract terms (15 or 30 minutes, 80 to 90 per cent); there is no national standard');
alter table visit_terms enable row level security;
alter table visit_terms force row level security;
create policy visit_terms_tenant on visit_terms
  using (authority in ('SHARED', current_setting('app.authority', true)) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');

create table visit_key (
  key           uuid        primary key,
  authority     text        not null,
  month         date        not null,
  contract_id   uuid        not null,
  planned_start timestamptz not null
);
comment on table visit_key is 'Where each visit lies: makes a visit id unique over all months and leads a correction to its partition';
comment on column visit_key.key is 'Derived from the authority and the visit id of the sending system';

create table visit (
  month             date        not null,
  contract_id       uuid        not null,
  planned_start     timestamptz not null,
  key               uuid        not null,
  authority         text        not null,
  visit_id          text        not null,
  provider_id       uuid,
  area              text        not null,
  person            text        not null,
  carers            text[]      not null,
  planned_minutes   int         not null check (planned_minutes > 0),
  actual_start      timestamptz,
  actual_end        timestamptz,
  status            text        not null check (status in ('DELIVERED', 'FRUSTRATED', 'MISSED', 'CANCELLED')),
  preference_met    boolean,
  on_time           boolean     not null,
  short             boolean     not null,
  minutes_delivered int         not null check (minutes_delivered >= 0),
  recorded_at       timestamptz not null,
  constraint visit_pk primary key (month, contract_id, planned_start, key)
) partition by range (month);
comment on table visit is 'One planned homecare call and what became of it; a partition for each month of the planned start (London days)';
comment on column visit.person is 'Pseudonymous reference of the person cared for';
comment on column visit.carers is 'Pseudonymous references of the carers who came';
comment on column visit.recorded_at is 'When the sender recorded this state; a newer one replaces it, an older one does not';

create table visit_figure (
  id                bigint  generated always as identity primary key,
  authority         text    not null,
  contract_id       uuid    not null,
  provider_id       uuid,
  area              text    not null,
  month             date    not null,
  planned           bigint  not null check (planned >= 0),
  delivered         bigint  not null check (delivered >= 0),
  missed            bigint  not null check (missed >= 0),
  frustrated        bigint  not null check (frustrated >= 0),
  cancelled         bigint  not null check (cancelled >= 0),
  on_time           bigint  not null check (on_time >= 0),
  short_visits      bigint  not null check (short_visits >= 0),
  minutes_agreed    bigint  not null check (minutes_agreed >= 0),
  minutes_delivered bigint  not null check (minutes_delivered >= 0),
  preference_asked  bigint  not null check (preference_asked >= 0),
  preference_met    bigint  not null check (preference_met >= 0),
  people            bigint  not null default 0 check (people >= 0),
  carer_pairs       bigint  not null default 0 check (carer_pairs >= 0),
  constraint visit_figure_key unique nulls not distinct (contract_id, month, provider_id, area)
);
comment on table visit_figure is 'Kept figures: equal at any time to a recount of the visits';
comment on column visit_figure.minutes_agreed is 'Of delivered and missed visits; frustrated and cancelled ones are not the provider''s doing';
comment on column visit_figure.people is 'People who had a delivered visit with a known carer';
comment on column visit_figure.carer_pairs is 'Different pairs of person and carer among those visits';
create index visit_figure_by_month on visit_figure (authority, month);
create index visit_figure_by_provider on visit_figure (provider_id, month);

create table visit_continuity (
  figure_id bigint not null references visit_figure on delete cascade,
  authority text   not null,
  person    text   not null,
  carer     text   not null,
  visits    bigint not null,
  constraint visit_continuity_pk primary key (figure_id, person, carer)
);
comment on table visit_continuity is 'Delivered visits by person and carer within a figure; an empty carer counts the person''s visits';
create index visit_continuity_empty on visit_continuity (figure_id) where visits = 0;

create table contract_activity (
  id          uuid    primary key,
  contract_id uuid    not null,
  month       date    not null,
  authority   text    not null,
  version     bigint  not null default 0,
  announced   boolean not null default false,
  constraint contract_activity_key unique (contract_id, month)
);
comment on table contract_activity is 'Contract-months with visits; one that changed is announced once for each batch that changed it';
create index contract_activity_unannounced on contract_activity (authority) where not announced;

create table parked_visit (
  key                uuid        primary key,
  authority          text        not null,
  visit_id           text        not null,
  contract_reference text        not null,
  provider_id        uuid,
  planned_start      timestamptz not null,
  reason             text        not null check (reason in ('CONTRACT_UNKNOWN', 'PROVIDER_UNKNOWN')),
  report             jsonb       not null,
  recorded_at        timestamptz not null,
  parked_at          timestamptz not null
);
comment on table parked_visit is 'Visits whose contract or provider is not known yet; matched when the event arrives that makes it known';
create index parked_visit_reference on parked_visit (authority, contract_reference);
create index contract_view_reference on contract_view (authority, reference);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['visit_key', 'visit', 'visit_figure', 'visit_continuity', 'contract_activity', 'parked_visit'] loop
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

-- The running service may not change tables; this one thing it may. Attaching takes a lock that neither readers nor writers wait for.
create function ensure_visit_month(first_day date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  partition_name text := 'visit_' || to_char(first_day, 'YYYY_MM');
begin
  if first_day <> date_trunc('month', first_day)::date then
    raise exception 'A month is named by its first day, not %', first_day;
  end if;
  if to_regclass('public.' || partition_name) is not null then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtext('ensure_visit_month'));
  if to_regclass('public.' || partition_name) is not null then
    return false;
  end if;
  execute format('create table %I (like visit including all)', partition_name);
  execute format('alter table %I enable row level security', partition_name);
  execute format('alter table %I force row level security', partition_name);
  execute format('create policy %I on %I using (authority = current_setting(''app.authority'', true)'
    || ' or current_setting(''app.reach'', true) = ''system'')'
    || ' with check (authority = current_setting(''app.authority'', true)'
    || ' or current_setting(''app.reach'', true) = ''system'')', partition_name || '_tenant', partition_name);
  execute format('comment on table %I is %L', partition_name, 'Visits planned for ' || to_char(first_day, 'YYYY-MM'));
  execute format('alter table visit attach partition %I for values from (%L) to (%L)',
    partition_name, first_day, (first_day + interval '1 month')::date);
  return true;
end
$$;
comment on function ensure_visit_month(date) is 'Makes the partition of a month if it is missing; runs as the owner of the tables';
