-- What agreements promise: lots and admission, call-offs, reserved volume, shares of risk and reward.
create table provider_accreditation (
  id           uuid primary key,
  authority    text not null,
  provider_id  uuid not null,
  service_type text not null,
  level        int  not null check (level between 1 and 3),
  valid_from   date not null,
  expires_on   date not null,
  ended_on     date
);
comment on table provider_accreditation is 'View of providers.v1: what providers are accredited for by an authority; rebuilt by replay';
comment on column provider_accreditation.ended_on is 'First day without it, when it was withdrawn or replaced';
create index provider_accreditation_by_provider on provider_accreditation (provider_id);

create table agreement (
  id           uuid        primary key,
  lock_version bigint      not null,
  authority    text        not null,
  contract_id  uuid        not null constraint agreement_contract references contract on delete cascade,
  kind         text        not null check (kind in ('FRAMEWORK', 'DYNAMIC_MARKET', 'BLOCK', 'ALLIANCE')),
  service_type text,
  area         text,
  terms        jsonb       not null,
  updated_at   timestamptz not null,
  constraint agreement_contract_key unique (contract_id)
);
comment on table agreement is 'What a contract promises beyond the register''s entry; at most one for a contract';
comment on column agreement.terms is 'Lots, routes, reserved volume and shares, as published';

create table agreement_admission (
  id            uuid        primary key,
  lock_version  bigint      not null,
  authority     text        not null,
  agreement_id  uuid        not null constraint agreement_admission_agreement references agreement on delete cascade,
  contract_id   uuid        not null,
  lot_id        text        not null,
  provider_id   uuid        not null,
  provider_name text        not null,
  status        text        not null check (status in ('ADMITTED', 'SUSPENDED', 'LAPSED', 'REMOVED')),
  reason        text,
  admitted_on   date        not null,
  judged_on     date        not null default current_date,
  updated_at    timestamptz not null
);
comment on table agreement_admission is 'Suppliers on the lots of frameworks and dynamic markets; their status follows providers.v1';
comment on column agreement_admission.judged_on is 'Last London day it was compared with what holds; no part of the state';
create unique index agreement_admission_once on agreement_admission (agreement_id, lot_id, provider_id)
  where status <> 'REMOVED';
create index agreement_admission_by_provider on agreement_admission (provider_id) where status <> 'REMOVED';
create index agreement_admission_to_judge on agreement_admission (judged_on, id) where status <> 'REMOVED';
create index agreement_admission_list on agreement_admission (agreement_id, id desc);

create table call_off (
  id                   uuid        primary key,
  lock_version         bigint      not null,
  authority            text        not null,
  agreement_id         uuid        not null constraint call_off_agreement references agreement on delete cascade,
  contract_id          uuid        not null,
  lot_id               text        not null,
  route                text        not null check (route in ('DIRECT', 'MINI_COMPETITION', 'USER_CHOICE')),
  status               text        not null check (status in ('OPEN', 'AWARDED', 'CANCELLED')),
  request              jsonb       not null,
  invited              jsonb       not null default '[]',
  bids                 jsonb       not null default '[]',
  winner               jsonb,
  winner_id            uuid,
  price                jsonb,
  award_reason         text,
  call_off_contract_id uuid        constraint call_off_made references contract,
  awarded_on           date,
  cancel_reason        text,
  updated_at           timestamptz not null,
  constraint call_off_awarded_made_a_contract
    check (status <> 'AWARDED' or (call_off_contract_id is not null and winner_id is not null))
);
comment on table call_off is 'How a contract came out of an agreement: route, bids, winner, and the contract that was made';
create index call_off_list on call_off (agreement_id, id desc);
create unique index call_off_by_contract on call_off (call_off_contract_id) where call_off_contract_id is not null;

alter table provider_accreditation enable row level security;
alter table provider_accreditation force row level security;
create policy provider_accreditation_tenant on provider_accreditation
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table agreement enable row level security;
alter table agreement force row level security;
create policy agreement_tenant on agreement
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table agreement_admission enable row level security;
alter table agreement_admission force row level security;
create policy agreement_admission_tenant on agreement_admission
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table call_off enable row level security;
alter table call_off force row level security;
create policy call_off_tenant on call_off
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
