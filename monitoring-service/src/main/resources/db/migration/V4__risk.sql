create table risk_weights (
  version       text    not null,
  authority     text    not null,
  valid_from    date    not null,
  weights       jsonb   not null,
  unknown_share numeric not null check (unknown_share between 0 and 1),
  source        text    not null,
  constraint risk_weights_pk primary key (authority, version)
);
comment on table risk_weights is 'Weights of the risk factors as dated versions; authority SHARED holds the default';

insert into risk_weights (version, authority, valid_from, weights, unknown_share, source)
values ('1', 'SHARED', '2024-04-01',
  '{"REGULATOR_RATING": 20, "CONCERNS": 20, "INDICATOR_PERFORMANCE": 15, "TIME_SINCE_REVIEW": 10, "VALUE_AND_PEOPLE": 10,
    "PROVIDER_DEPENDENCY": 10, "FINANCIAL_STANDING": 10, "DATA_QUALITY": 5}',
  0.5, 'The project''s starting weights; an unknown counts half');

alter table risk_weights enable row level security;
alter table risk_weights force row level security;
create policy risk_weights_tenant on risk_weights
  using (authority in ('SHARED', current_setting('app.authority', true)) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');

create table contract_risk (
  contract_id      uuid        primary key,
  authority        text        not null,
  provider_id      uuid,
  score            numeric     not null check (score between 0 and 100),
  scored_tier      text        not null,
  tier             text        not null check (tier in ('LOW', 'MEDIUM', 'HIGH', 'ENHANCED')),
  flagged          boolean     not null,
  reasons          jsonb       not null,
  factors          jsonb       not null,
  weights_version  text        not null,
  frequency_months int         not null,
  assessed_at      timestamptz not null,
  version          bigint      not null check (version > 0)
);
comment on table contract_risk is 'The latest risk assessment of each contract; earlier ones are in the journal';
create index contract_risk_by_score on contract_risk (authority, score desc, contract_id);

create table risk_override (
  contract_id uuid        primary key,
  authority   text        not null,
  tier        text        not null check (tier in ('LOW', 'MEDIUM', 'HIGH', 'ENHANCED')),
  reason      text        not null,
  expires     date        not null,
  decided_by  text        not null,
  decided_at  timestamptz not null
);
comment on table risk_override is 'The latest decision of an officer to watch a contract more or less closely; earlier ones are in the journal';
create index risk_override_expiry on risk_override (expires);

create table contract_review (
  contract_id uuid not null,
  authority   text not null,
  reviewed_on date not null,
  summary     text not null,
  reviewed_by text not null,
  constraint contract_review_pk primary key (contract_id, reviewed_on)
);
comment on table contract_review is 'Days on which a contract was reviewed';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['contract_risk', 'risk_override', 'contract_review'] loop
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
