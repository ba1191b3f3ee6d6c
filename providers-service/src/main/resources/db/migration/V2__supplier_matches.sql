-- What contracts say about suppliers, matched to provider records.
create table supplier_match (
  id            uuid        primary key,
  version       bigint      not null check (version > 0),
  authority     text        not null,
  contract_id   uuid        not null,
  party_id      text        not null,
  supplied_name text        not null,
  supplied      jsonb       not null,
  status        text        not null check (status in ('MATCHED', 'REVIEW', 'NOT_A_SUPPLIER')),
  provider_id   uuid        constraint fk_supplier_match_provider references provider,
  score         int         not null check (score between 0 and 100),
  method        text        not null,
  explanation   text[]      not null default '{}',
  candidates    uuid[]      not null default '{}',
  decided_by    text,
  matched_at    timestamptz not null,
  constraint supplier_match_party unique (contract_id, party_id),
  constraint supplier_match_has_provider check ((status = 'MATCHED') = (provider_id is not null))
);
comment on table supplier_match is 'Which provider a supplier named in a contract is, and why';
comment on column supplier_match.supplied is 'The party as the contract states it, to match again when it changes';
create index supplier_match_to_review on supplier_match (authority, id) where status = 'REVIEW';
create index supplier_match_by_provider on supplier_match (provider_id) where provider_id is not null;

create table contract_exposure (
  contract_id     uuid   not null,
  party_id        text   not null,
  authority       text   not null,
  provider_id     uuid   constraint fk_contract_exposure_provider references provider,
  match_id        uuid,
  version         bigint not null,
  reference       text,
  title           text   not null,
  status          text   not null,
  role            text   not null,
  total_value     numeric,
  annual_value    numeric,
  currency        text,
  start_date      date,
  end_date        date,
  service_type    text,
  area            text,
  constraint contract_exposure_pk primary key (contract_id, party_id)
);
comment on table contract_exposure is 'View of contracts.v1: what each provider is contracted for; rebuilt from the topic';
create index contract_exposure_by_provider on contract_exposure (provider_id, contract_id);

alter table supplier_match enable row level security;
alter table supplier_match force row level security;
create policy supplier_match_tenant on supplier_match
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table contract_exposure enable row level security;
alter table contract_exposure force row level security;
create policy contract_exposure_tenant on contract_exposure
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
