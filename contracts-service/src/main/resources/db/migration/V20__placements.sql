-- People's packages of care, bought singly or in a block, with their terms over time.
create table placement (
  id               uuid        primary key,
  lock_version     bigint      not null,
  authority        text        not null check (authority ~ '^[EWSN][0-9]{8}$'),
  reference        text,
  contract_id      uuid        constraint placement_contract references contract,
  provider_id      uuid,
  provider_name    text        not null,
  service_type     text        not null,
  client_group     text        not null,
  person_reference text        not null,
  status           text        not null check (status in ('ACTIVE', 'ENDED')),
  start_date       date        not null,
  end_date         date,
  end_reason       text,
  terms            jsonb       not null,
  updated_at       timestamptz not null,
  constraint placement_reference_key unique (authority, reference),
  constraint placement_ends_after_start check (end_date >= start_date),
  constraint placement_ended_says_when check (status <> 'ENDED' or end_date is not null)
);
comment on table placement is 'One person''s package of care; the person by pseudonymous reference only';
comment on column placement.terms is 'Every terms it had, oldest first, as published; placement_terms repeats them for reports';
create index placement_by_id on placement (authority, id desc);
create index placement_by_contract on placement (contract_id, id desc) where contract_id is not null;
create index placement_by_provider on placement (provider_id, id desc) where provider_id is not null;
create index placement_by_start on placement (authority, start_date);
create index placement_to_end on placement (end_date) where status = 'ACTIVE';

create table placement_terms (
  placement_id   uuid    not null constraint placement_terms_placement references placement on delete cascade,
  authority      text    not null,
  valid_from     date    not null,
  valid_to       date,
  kind           text    not null check (kind in ('SPOT', 'BLOCK')),
  care_type      text    not null,
  area           text    not null,
  location_id    uuid,
  weekly_price   numeric(12, 2) not null check (weekly_price >= 0),
  hours_per_week numeric(6, 2),
  constraint placement_terms_pk primary key (placement_id, valid_from)
);
comment on table placement_terms is 'What a placement was from a day until before another, for reports as of a day';
comment on column placement_terms.valid_to is 'First day these terms no longer hold; null while open';
create index placement_terms_by_day on placement_terms (authority, valid_from, valid_to);

create table high_cost_threshold (
  id            uuid        primary key,
  authority     text        not null,
  care_type     text,
  valid_from    date        not null,
  weekly_amount numeric(12, 2) check (weekly_amount >= 0),
  percentile    numeric(5, 2) check (percentile > 0 and percentile < 100),
  reason        text        not null,
  set_at        timestamptz not null,
  constraint high_cost_threshold_one_kind check ((weekly_amount is null) <> (percentile is null)),
  constraint high_cost_threshold_key unique nulls not distinct (authority, care_type, valid_from)
);
comment on table high_cost_threshold is 'From which weekly price an authority looks at a placement: an amount or a percentile, from a day on';
comment on column high_cost_threshold.care_type is 'The care type it is for; null: every one without its own';

create table placement_home (
  location_id uuid primary key,
  name        text not null,
  care_type   text not null,
  area        text not null
);
comment on table placement_home is 'View of providers.v1: where registered homes are; rebuilt by replay';

create table placement_home_rating (
  location_id uuid not null,
  report_date date not null,
  overall     text not null,
  constraint placement_home_rating_pk primary key (location_id, report_date)
);
comment on table placement_home_rating is 'View of providers.v1: overall ratings of homes by publication; rebuilt by replay';
create index placement_home_rating_by_day on placement_home_rating (report_date);

alter table placement enable row level security;
alter table placement force row level security;
create policy placement_tenant on placement
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table placement_terms enable row level security;
alter table placement_terms force row level security;
create policy placement_terms_tenant on placement_terms
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table high_cost_threshold enable row level security;
alter table high_cost_threshold force row level security;
create policy high_cost_threshold_tenant on high_cost_threshold
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table placement_home enable row level security;
alter table placement_home force row level security;
create policy placement_home_shared on placement_home using (true)
  with check (current_setting('app.reach', true) = 'system');

alter table placement_home_rating enable row level security;
alter table placement_home_rating force row level security;
create policy placement_home_rating_shared on placement_home_rating using (true)
  with check (current_setting('app.reach', true) = 'system');
