-- Payments of an authority, matched to its suppliers and contracts (DOMAIN.md, S29).
create table spend_rule (
  code        text    not null check (code in ('OFF_CONTRACT_THRESHOLD', 'SETTLEMENT_DAYS')),
  value       numeric not null check (value >= 0),
  valid_from  date    not null,
  valid_to    date,
  source      text    not null,
  constraint spend_rule_pk primary key (code, valid_from),
  constraint spend_rule_dates check (valid_to >= valid_from)
);
comment on table spend_rule is 'Dated figures that spend reports and matching go by, with their source';
insert into spend_rule (code, value, valid_from, valid_to, source) values
  ('OFF_CONTRACT_THRESHOLD', 5000, date '2015-02-27', null,
   'Local Government Transparency Code 2015: agreements above £5,000 belong in the register'),
  ('SETTLEMENT_DAYS', 30, date '2015-02-26', date '2025-02-23',
   'Public Contracts Regulations 2015, regulation 113: undisputed invoices are paid within 30 days'),
  ('SETTLEMENT_DAYS', 30, date '2025-02-24', null,
   'Procurement Act 2023, section 68: implied term of payment within 30 days'),
  ('SETTLEMENT_DAYS', 30, date '1900-01-01', date '2015-02-25',
   'Late Payment of Commercial Debts Regulations 2013: 30 days for public authorities');

create table spend_contract (
  contract_id   uuid    primary key,
  version       bigint  not null,
  authority     text    not null,
  reference     text    not null,
  title         text    not null,
  supplier      text,
  provider_id   uuid,
  type          text,
  status        text    not null,
  service_type  text,
  proclass      text,
  currency      text,
  total_value   numeric(18, 2),
  annual_value  numeric(18, 2),
  starts_on     date,
  ends_on       date,
  ended_on      date,
  payable       boolean not null
);
comment on table spend_contract is 'What matching needs to know of contracts; a view of contracts.v1, rebuilt by replay';
comment on column spend_contract.payable is 'Whether payments can be under it: awarded, and neither a framework nor a dynamic market, which are never spend';
comment on column spend_contract.ended_on is 'Last day when it ended early';
create index spend_contract_by_authority on spend_contract (authority, contract_id);

create table spend_contract_key (
  authority   text not null,
  key         text not null,
  contract_id uuid not null constraint spend_contract_key_contract references spend_contract on delete cascade,
  constraint spend_contract_key_pk primary key (authority, key, contract_id)
);
comment on table spend_contract_key is 'By what a payment finds a contract: identifiers, provider record and normalised names of its suppliers';
create index spend_contract_key_by_contract on spend_contract_key (contract_id);

create table spend_provider_key (
  provider_id uuid not null,
  key         text not null,
  constraint spend_provider_key_pk primary key (provider_id, key)
);
comment on table spend_provider_key is 'Identifiers and normalised names of shared provider records; a view of providers.v1, rebuilt by replay';
create index spend_provider_key_by_key on spend_provider_key (key);

create table spend_supplier (
  id                   uuid        primary key,
  version              bigint      not null default 0,
  authority            text        not null,
  source_key           text        not null,
  name                 text        not null,
  beneficiary_id       text,
  provider_id          uuid,
  provider_by          text        check (provider_by in ('IDENTIFIER', 'NAME', 'KEEPER')),
  assigned_contract_id uuid,
  link_reason          text,
  constraint spend_supplier_source unique (authority, source_key),
  constraint spend_supplier_provider check ((provider_id is null) = (provider_by is null))
);
comment on table spend_supplier is 'Whom an authority pays, as its ledger knows them';
comment on column spend_supplier.source_key is 'The ledger''s own supplier number, or the name where the file has none';
comment on column spend_supplier.version is 'Raised when a keeper links it; 0 until then';
comment on column spend_supplier.assigned_contract_id is 'The contract a keeper said payments to it are under, while they are within its dates';

create table spend_supplier_key (
  authority   text not null,
  key         text not null,
  supplier_id uuid not null constraint spend_supplier_key_supplier references spend_supplier on delete cascade,
  constraint spend_supplier_key_pk primary key (supplier_id, key)
);
comment on table spend_supplier_key is 'By what a supplier is found: identifiers and normalised names its payments carry';
create index spend_supplier_key_by_key on spend_supplier_key (key, authority);

create table spend_line (
  id              uuid           primary key,
  authority       text           not null,
  fingerprint     uuid           not null,
  voucher         text,
  period          date           not null,
  paid_on         date           not null,
  amount          numeric(18, 2) not null,
  irrecoverable_vat numeric(18, 2),
  supplier_id     uuid           constraint spend_line_supplier references spend_supplier,
  supplier_name   text           not null,
  unit            text,
  purpose         text,
  proclass        text,
  proclass_label  text,
  invoice         text,
  cost_centre     text,
  status          text           not null check (status in ('MATCHED', 'AMBIGUOUS', 'OFF_CONTRACT', 'REDACTED')),
  reason          text           not null,
  contract_id     uuid,
  came_in         uuid           not null,
  seen_in         uuid           not null,
  constraint spend_line_redacted check ((status = 'REDACTED') = (supplier_id is null)),
  constraint spend_line_matched check ((status = 'MATCHED') = (contract_id is not null))
);
comment on table spend_line is 'Published payment lines; negative amounts are credits';
comment on column spend_line.fingerprint is 'Digest of what the line says: these files give a line no identifier of its own, and identical lines occur';
comment on column spend_line.voucher is 'Transaction number: a file states the lines of a voucher and period as a whole';
comment on column spend_line.came_in is 'Import that brought it';
comment on column spend_line.seen_in is 'Last import whose file had it';
create index spend_line_by_fingerprint on spend_line (authority, fingerprint);
create index spend_line_by_voucher on spend_line (authority, voucher, period) where voucher is not null;
create index spend_line_list on spend_line (authority, paid_on desc, id desc);
create index spend_line_by_supplier on spend_line (supplier_id, paid_on desc, id desc);
create index spend_line_by_contract on spend_line (contract_id, paid_on desc, id desc) where contract_id is not null;
create index spend_line_by_status on spend_line (authority, status, paid_on desc, id desc);

create table spend_import (
  job_id            uuid           primary key,
  authority         text           not null,
  lines             bigint         not null default 0,
  total             numeric(18, 2) not null default 0,
  credit_lines      bigint         not null default 0,
  credits           numeric(18, 2) not null default 0,
  redacted_lines    bigint         not null default 0,
  redacted          numeric(18, 2) not null default 0,
  new_lines         bigint         not null default 0,
  held_lines        bigint         not null default 0,
  superseded_lines  bigint         not null default 0,
  superseded        numeric(18, 2) not null default 0,
  first_paid_on     date,
  last_paid_on      date
);
comment on table spend_import is 'What a payment file came to, to reconcile it with its own sum';
comment on column spend_import.superseded_lines is 'Lines held before that the file no longer has in a voucher it states';

create table contract_spend (
  id             uuid   primary key,
  version        bigint not null,
  authority      text   not null,
  contract_id    uuid   not null,
  financial_year text   not null check (financial_year ~ '^\d{4}-\d{2}$'),
  state          jsonb  not null,
  constraint contract_spend_key unique (contract_id, financial_year)
);
comment on table contract_spend is 'Payments under a contract in a financial year, month by month, as last published';
create index contract_spend_by_authority on contract_spend (authority, financial_year);

do $$
declare name text;
begin
  foreach name in array array['spend_contract', 'spend_contract_key', 'spend_supplier', 'spend_supplier_key',
                              'spend_line', 'spend_import', 'contract_spend'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy %I on %I using (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')'
      || ' with check (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')', name || '_tenant', name);
  end loop;
end $$;

alter table spend_provider_key enable row level security;
alter table spend_provider_key force row level security;
create policy spend_provider_key_shared on spend_provider_key using (true)
  with check (current_setting('app.reach', true) = 'system');
