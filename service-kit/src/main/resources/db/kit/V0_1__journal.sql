-- The journal is at once outbox, change feed, history and audit trail: one row per aggregate version.
create table journal (
  seq               bigint generated always as identity primary key,
  event_id          uuid        not null constraint journal_event_id_key unique,
  position          bigint      constraint journal_position_key unique,
  aggregate_type    text        not null,
  aggregate_id      uuid        not null,
  aggregate_version bigint      not null check (aggregate_version > 0),
  type              text        not null,
  authority         text        not null,
  state             jsonb       not null,
  change            jsonb       not null,
  actor             text        not null,
  origin            text,
  traceparent       text,
  occurred_at       timestamptz not null,
  published_at      timestamptz,
  attempts          int         not null default 0,
  parked_reason     text,
  constraint journal_one_entry_per_version unique (aggregate_id, aggregate_type, aggregate_version)
);
comment on table journal is 'Append-only: outbox, change feed, history and audit of every aggregate';
comment on column journal.position is 'Place in commit order, given by the one active sequencer after commit; the change feed cursor';
comment on column journal.parked_reason is 'Set when the broker refuses the event for good; an operator releases it';
create index journal_unsequenced on journal (seq) where position is null;
create index journal_unpublished on journal (position) where published_at is null;
create index journal_parked on journal (aggregate_id) where parked_reason is not null;
create index journal_by_type on journal (aggregate_type, position);

alter table journal enable row level security;
alter table journal force row level security;
create policy journal_tenant on journal
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');

create table inbox (
  consumer       text        not null,
  aggregate_type text        not null,
  aggregate_id   uuid        not null,
  version        bigint      not null,
  event_id       uuid        not null,
  applied_at     timestamptz not null default now(),
  constraint inbox_pk primary key (consumer, aggregate_type, aggregate_id)
);
comment on table inbox is 'Last version of each foreign aggregate a consumer applied: redelivery and reordering change nothing';

create table consumer_epoch (
  consumer text primary key,
  epoch    int not null default 1
);
comment on table consumer_epoch is 'Raised to rebuild a view from the start of its topics; part of the Kafka group id';

create table dead_letter (
  id          uuid        primary key,
  consumer    text        not null,
  topic       text        not null,
  kafka_key   text,
  headers     jsonb       not null,
  payload     bytea,
  reason      text        not null,
  failed_at   timestamptz not null default now(),
  replayed_at timestamptz
);
comment on table dead_letter is 'Events a consumer could not apply, with the reason; replayable by an operator';

create table idempotency_key (
  principal   text        not null,
  key         text        not null,
  fingerprint text        not null,
  status      int,
  headers     jsonb,
  body        text,
  created_at  timestamptz not null default now(),
  constraint idempotency_key_pk primary key (principal, key)
);
comment on table idempotency_key is 'First answer to an Idempotency-Key, stored in the transaction of its effect';
create index idempotency_key_age on idempotency_key (created_at);
