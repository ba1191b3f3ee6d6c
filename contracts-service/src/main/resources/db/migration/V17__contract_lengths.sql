-- How long a contract should run: factors for long and for short, weighed, and what was decided.
create table contract_length_factor (
  code       text    not null,
  direction  text    not null check (direction in ('LONG', 'SHORT')),
  name       text    not null,
  valid_from date    not null,
  valid_to   date,
  source     text    not null,
  constraint contract_length_factor_pk primary key (code, valid_from)
);
comment on table contract_length_factor is 'What speaks for a long or for a short contract; reference data';
insert into contract_length_factor values
  ('PROVIDER_INVESTMENT', 'LONG', 'Providers must invest and need time to earn it back', '2015-01-01', null, 'DOMAIN: contract-length analysis'),
  ('CERTAINTY', 'LONG', 'Certainty for people, their families and the workforce', '2015-01-01', null, 'DOMAIN: contract-length analysis'),
  ('TRANSITION_COST', 'LONG', 'Each change of provider is costly or unsettles people', '2015-01-01', null, 'General practice of commissioning'),
  ('MARKET_TOO_THIN', 'LONG', 'Few would tender again so soon', '2015-01-01', null, 'General practice of commissioning'),
  ('FALLING_PRICES', 'SHORT', 'Prices are falling', '2015-01-01', null, 'DOMAIN: contract-length analysis'),
  ('NEW_MODELS', 'SHORT', 'New models of service are on their way', '2015-01-01', null, 'DOMAIN: contract-length analysis'),
  ('UNCERTAIN_DEMAND', 'SHORT', 'Nobody knows how much will be needed', '2015-01-01', null, 'General practice of commissioning'),
  ('UNCERTAIN_FUNDING', 'SHORT', 'Nobody knows what money there will be', '2015-01-01', null, 'General practice of commissioning');

create table contract_length_analysis (
  id           uuid        primary key,
  lock_version bigint      not null,
  contract_id  uuid        not null constraint contract_length_analysis_contract references contract on delete cascade,
  authority    text        not null,
  status       text        not null check (status in ('RECORDED', 'DECIDED')),
  factors      jsonb       not null,
  decision     jsonb,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  constraint contract_length_analysis_says_what check (status <> 'DECIDED' or decision is not null)
);
comment on table contract_length_analysis is 'Weighed factors for a long and for a short contract, and the decision with who took it';
create index contract_length_analysis_list on contract_length_analysis (contract_id, id desc);

alter table contract_length_analysis enable row level security;
alter table contract_length_analysis force row level security;
create policy contract_length_analysis_tenant on contract_length_analysis
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
