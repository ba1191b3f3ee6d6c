create table import_job (
  id              uuid        primary key,
  collection      text        not null,
  format          text        not null,
  authority       text        not null,
  dry_run         boolean     not null,
  parameters      jsonb       not null default '{}',
  status          text        not null check (status in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
  bytes           bigint      not null,
  sha256          text        not null,
  idempotency_key text,
  submitted_by    text        not null,
  submitted_at    timestamptz not null,
  started_at      timestamptz,
  finished_at     timestamptz,
  rows_read       bigint      not null default 0,
  rows_created    bigint      not null default 0,
  rows_updated    bigint      not null default 0,
  rows_unchanged  bigint      not null default 0,
  rows_rejected   bigint      not null default 0,
  attempts        int         not null default 0,
  claimed_by      text,
  lease_until     timestamptz,
  failure         text,
  constraint import_job_idempotency_key unique (authority, collection, idempotency_key)
);
comment on table import_job is 'A bulk import: resumes at rows_read after a crash, because progress commits with its rows';
create index import_job_open on import_job (submitted_at) where status in ('QUEUED', 'RUNNING');
create index import_job_list on import_job (authority, collection, id desc);

create table import_chunk (
  job_id uuid  not null references import_job on delete cascade,
  no     int   not null,
  bytes  bytea not null,
  constraint import_chunk_pk primary key (job_id, no)
);
comment on table import_chunk is 'The uploaded file, stored in the transaction that acknowledges it; removed when the job ends';

create table import_error (
  job_id     uuid   not null references import_job on delete cascade,
  no         int    generated always as identity,
  row_number bigint not null,
  pointer    text,
  message    text   not null,
  constraint import_error_pk primary key (job_id, no)
);
comment on table import_error is 'Why a row was rejected';

alter table import_job enable row level security;
alter table import_job force row level security;
create policy import_job_tenant on import_job
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
