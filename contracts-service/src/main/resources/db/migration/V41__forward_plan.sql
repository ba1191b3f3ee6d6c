-- The forward plan: how far an authority plans ahead, and what was decided and done about each contract.
create table lead_in_policy (
  id        uuid   primary key,
  authority text   not null unique check (authority ~ '^[EWSN][0-9]{8}$'),
  version   bigint not null,
  content   jsonb  not null
);
comment on table lead_in_policy is 'How long before a decision an authority begins; without a row the product''s default holds';
comment on column lead_in_policy.content is 'Full public state, as in the event of this version';

create table forward_plan (
  id          uuid    primary key,
  authority   text    not null check (authority ~ '^[EWSN][0-9]{8}$'),
  version     bigint  not null,
  content     jsonb   not null,
  contract_id uuid    generated always as ((content ->> 'contractId')::uuid) stored
              constraint forward_plan_contract references contract on delete cascade,
  published   boolean generated always as ((content ->> 'published')::boolean) stored
);
comment on table forward_plan is 'What was decided and done about the coming decisions of a contract; the plan itself is worked out from the register';
comment on column forward_plan.published is 'Whether the coming procurement stands in the public pipeline';
create unique index forward_plan_by_contract on forward_plan (contract_id);

alter table contract
  add column annual_value numeric(18, 2) generated always as (coalesce((terms #>> '{values,annual,amount}')::numeric,
    case when end_date >= start_date
      then round(total_value / greatest((end_date - start_date + 1) / 365.25, 1), 2) end)) stored,
  add column vcse boolean generated always as (jsonb_path_exists(terms, '$.parties[*] ? (@.vcse == true)')) stored;
comment on column contract.annual_value is 'As stated; else the total spread over the term, of a term under a year the total';
comment on column contract.vcse is 'Whether a voluntary, community or social enterprise is among its parties';

alter table lead_in_policy enable row level security;
alter table lead_in_policy force row level security;
create policy lead_in_policy_tenant on lead_in_policy
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) in ('system', 'public'))
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table forward_plan enable row level security;
alter table forward_plan force row level security;
create policy forward_plan_tenant on forward_plan
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) in ('system', 'public'))
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
comment on policy forward_plan_tenant on forward_plan is 'Public reach reads it only to know what is kept out of the pipeline; nothing but title, intention and lots is shown';
