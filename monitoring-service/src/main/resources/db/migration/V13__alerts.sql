-- Alerts: what officers should look at now, one open for each subject and kind; and which contracts publish their yearly ratings.
create table alert (
  id              uuid        primary key,
  authority       text        not null,
  kind            text        not null check (kind in ('BREACH', 'TREND', 'QUALITY_AFTER_CHANGE', 'RATING_FALL', 'EXPIRY',
                    'MISSING_RETURN', 'MISSED_VISITS')),
  subject         text        not null,
  contract_id     uuid,
  provider_id     uuid,
  severity        text        not null check (severity in ('WARNING', 'SERIOUS')),
  message         text        not null,
  status          text        not null check (status in ('OPEN', 'ACKNOWLEDGED', 'RESOLVED')),
  opened_at       timestamptz not null,
  occurrences     int         not null default 1 check (occurrences > 0),
  cleared_since   timestamptz,
  acknowledged_by text,
  acknowledged_at timestamptz,
  note            text,
  resolved_at     timestamptz,
  version         bigint      not null check (version > 0)
);
comment on table alert is 'Something an officer should look at; stays until its cause has been gone for a while';
comment on column alert.cleared_since is 'Since when the cause is gone; resolved once that has lasted, so that a cause that comes and goes is one alert';
create unique index alert_one_open on alert (authority, subject, kind) where status <> 'RESOLVED';
create index alert_list on alert (authority, id);
create index alert_settling on alert (cleared_since) where cleared_since is not null and status <> 'RESOLVED';

alter table alert enable row level security;
alter table alert force row level security;
create policy alert_tenant on alert
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');

alter table contract_view add column regime text;
comment on column contract_view.regime is 'The procurement regime it was awarded under, as the register told';

create table kpi_publication_rule (
  regime       text    not null,
  valid_from   date    not null,
  value_above  numeric not null,
  source       text    not null,
  constraint kpi_publication_rule_pk primary key (regime, valid_from)
);
comment on table kpi_publication_rule is
  'Regimes under which contracts above a value publish ratings of their indicators yearly; dated reference data for everybody, so without row policy';
insert into kpi_publication_rule (regime, valid_from, value_above, source)
values ('FULL_ACT', '2025-02-24', 5000000, 'Procurement Act 2023 ss. 52 and 71, Procurement Regulations 2024 reg. 39; not for light touch');
