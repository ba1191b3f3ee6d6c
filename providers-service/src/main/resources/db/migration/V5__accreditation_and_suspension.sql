-- What an authority has found about a provider's fitness to be given work.
create table accreditation (
  id           uuid        primary key,
  version      bigint      not null check (version > 0),
  authority    text        not null,
  provider_id  uuid        not null constraint fk_accreditation_provider references provider,
  service_type text        not null,
  level        int         not null check (level between 1 and 3),
  evidence     jsonb       not null,
  reviewer     text        not null,
  granted_by   text        not null,
  valid_from   date        not null,
  expires_on   date        not null check (expires_on >= valid_from),
  status       text        not null check (status in ('GRANTED', 'WITHDRAWN', 'REPLACED')),
  ended_on     date,
  end_reason   text,
  granted_at   timestamptz not null
);
comment on table accreditation is 'Level 1 to 3 for a service, granted on evidence by someone other than its reviewer';
create unique index accreditation_one_in_force on accreditation (authority, provider_id, service_type) where status = 'GRANTED';
create index accreditation_by_provider on accreditation (provider_id, id desc);

create table suspension (
  id           uuid        primary key,
  version      bigint      not null check (version > 0),
  authority    text        not null,
  provider_id  uuid        not null constraint fk_suspension_provider references provider,
  service_type text,
  reason       text        not null,
  starts_on    date        not null,
  ends_on      date        not null check (ends_on >= starts_on),
  reply_by     date        not null,
  reply        text,
  replied_at   timestamptz,
  status       text        not null check (status in ('IN_FORCE', 'LIFTED', 'ENDED')),
  lifted_on    date,
  lift_reason  text,
  imposed_by   text        not null,
  imposed_at   timestamptz not null
);
comment on table suspension is 'No new work for a provider until a day on which it lifts itself';
comment on column suspension.service_type is 'Null suspends every service';
create index suspension_by_provider on suspension (provider_id, id desc);
create index suspension_to_end on suspension (ends_on) where status = 'IN_FORCE';

alter table accreditation enable row level security;
alter table accreditation force row level security;
create policy accreditation_tenant on accreditation
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table suspension enable row level security;
alter table suspension force row level security;
create policy suspension_tenant on suspension
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
