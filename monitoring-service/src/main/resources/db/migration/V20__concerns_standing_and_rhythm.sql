create table monitoring_rule (
  code       text    not null,
  value      numeric not null,
  valid_from date    not null,
  valid_to   date,
  source     text    not null,
  constraint monitoring_rule_pk primary key (code, valid_from),
  constraint monitoring_rule_validity check (valid_to is null or valid_to > valid_from)
);
comment on table monitoring_rule is 'Time limits and thresholds of monitoring as dated data, the same for every authority, so without row policy';

insert into monitoring_rule (code, value, valid_from, source)
values
  ('FINANCIAL_STANDING_MONTHS', 18, '2024-04-01', 'Project''s own: accounts are yearly and filed nine months later at most'),
  ('RELIANCE_MONTHS', 12, '2024-04-01', 'Domain description S13: an inspection of the last twelve months rated Good or better is relied on'),
  ('CHALLENGE_DAYS', 14, '2024-04-01', 'Domain description S14; the same in the PAMMS flow of the ADASS East councils'),
  ('ACTION_PLAN_DAYS', 14, '2024-04-01', 'PAMMS flow: an action plan within fourteen days'),
  ('RE_AUDIT_MONTHS', 6, '2024-04-01', 'PAMMS flow: a re-audit after about six months'),
  ('VOICE_MONTHS', 12, '2024-04-01', 'Project''s own'),
  ('VOICE_FEWEST', 5, '2024-04-01', 'Project''s own: a share of fewer answers says little'),
  ('SMALLEST_GROUP', 5, '2024-04-01', 'Usual disclosure control of small numbers in adult social care statistics'),
  ('UNUSED_MONTHS', 12, '2024-04-01', 'Project''s own');

create function monitoring_rule_on(rule text, day date) returns int language sql stable as
$rule$
  select value::int from monitoring_rule
  where code = rule and valid_from <= day and (valid_to is null or valid_to > day)
  order by valid_from desc limit 1
$rule$;
comment on function monitoring_rule_on is 'The value of a dated rule on a day';

create table concern (
  id          uuid   primary key,
  authority   text   not null,
  version     bigint not null check (version > 0),
  state       jsonb  not null,
  contract_id uuid   generated always as ((state ->> 'contractId')::uuid) stored,
  provider_id uuid   generated always as ((state ->> 'providerId')::uuid) stored,
  status      text   generated always as (state ->> 'status') stored check (status in ('OPEN', 'CLOSED')),
  severity    text   generated always as (state ->> 'severity') stored check (severity in ('LOW', 'MODERATE', 'SERIOUS')),
  kind        text   generated always as (state ->> 'kind') stored check (kind in ('QUALITY', 'SAFEGUARDING')),
  constraint concern_subject check (contract_id is not null or provider_id is not null)
);
comment on table concern is 'Worries about quality or safeguarding; open ones count towards risk';
comment on column concern.state is 'The public state; the other columns are taken from it';
create index concern_contract on concern (contract_id) where status = 'OPEN';
create index concern_provider on concern (provider_id) where status = 'OPEN';
create index concern_list on concern (authority, id);

create table financial_standing (
  id          uuid   primary key,
  authority   text   not null,
  version     bigint not null check (version > 0),
  state       jsonb  not null,
  provider_id uuid   generated always as ((state ->> 'providerId')::uuid) stored,
  standing    text   generated always as (state ->> 'standing') stored
    check (standing in ('STRONG', 'ADEQUATE', 'WEAK', 'AT_RISK_OF_FAILURE')),
  assessed_on text   generated always as (state ->> 'assessedOn') stored
);
comment on table financial_standing is 'Recorded views of providers'' finances, each with its day and source; the latest that is fresh enough counts';
comment on column financial_standing.assessed_on is 'ISO date as text, which sorts as dates do';
create index financial_standing_provider on financial_standing (authority, provider_id, assessed_on desc);

create table placement_view (
  placement_id     uuid   primary key,
  authority        text   not null,
  contract_id      uuid,
  provider_id      uuid,
  person_reference text,
  starts_on        date,
  ends_on          date,
  status           text   not null,
  version          bigint not null
);
comment on table placement_view is 'Placements as contracts-service last told; counted, never shown one by one';
create index placement_view_contract on placement_view (contract_id) where status = 'ACTIVE';

alter table monitoring_plan add column tier text check (tier in ('LOW', 'MEDIUM', 'HIGH', 'ENHANCED'));
comment on column monitoring_plan.tier is 'The risk tier the frequency follows';
alter table monitoring_plan add column frequency_since date;
comment on column monitoring_plan.frequency_since is 'First day of the periods laid out at the present frequency; earlier ones stay as they were';

alter table risk_weights add column adopted_by text;
alter table risk_weights add column adopted_at timestamptz;
alter table risk_weights add column reason text;
comment on column risk_weights.reason is 'Why an authority adopted weights of its own';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['concern', 'financial_standing', 'placement_view'] loop
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
