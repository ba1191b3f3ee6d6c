create table outcome_framework (
  id        uuid   primary key,
  authority text   not null,
  version   bigint not null check (version > 0),
  state     jsonb  not null,
  code      text   generated always as (state ->> 'code') stored,
  edition   text   generated always as (state ->> 'edition') stored,
  status    text   generated always as (state ->> 'status') stored check (status in ('DRAFT', 'ADOPTED', 'SUPERSEDED')),
  constraint outcome_framework_edition unique (authority, code, edition)
);
comment on table outcome_framework is 'Outcomes and the indicators that show them, edition by edition; authority SHARED holds the starter';

insert into outcome_framework (id, authority, version, state)
values ('5a5c0f00-0000-4000-8000-000000002024', 'SHARED', 1, '{
 "id": "5a5c0f00-0000-4000-8000-000000002024",
 "authority": "SHARED",
 "code": "ASCOF",
 "title": "Adult Social Care Outcomes Framework",
 "edition": "2024-25",
 "status": "ADOPTED",
 "validFrom": "2024-04-01",
 "outcomes": [
  {
   "code": "QUALITY_OF_LIFE",
   "title": "Quality of life",
   "indicators": [
    {
     "code": "ASCOF_1A",
     "title": "Quality of life of people who use services",
     "level": "POPULATION",
     "unit": "SCORE",
     "direction": "HIGHER_IS_BETTER",
     "catalogueCode": "QUALITY_OF_LIFE"
    },
    {
     "code": "ASCOF_1B",
     "title": "Adjusted social care-related quality of life",
     "level": "POPULATION",
     "unit": "SCORE",
     "direction": "HIGHER_IS_BETTER"
    },
    {
     "code": "ASCOF_1C",
     "title": "Quality of life of carers",
     "level": "POPULATION",
     "unit": "SCORE",
     "direction": "HIGHER_IS_BETTER"
    },
    {
     "code": "ASCOF_1D",
     "title": "Satisfaction of people who use services",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER",
     "catalogueCode": "SATISFACTION"
    },
    {
     "code": "ASCOF_1E",
     "title": "Satisfaction of carers",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER"
    }
   ]
  },
  {
   "code": "INDEPENDENCE",
   "title": "Independence",
   "indicators": [
    {
     "code": "ASCOF_2A",
     "title": "Short-term service with no further request for long-term support",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER",
     "catalogueCode": "NO_LONGER_NEEDS_SUPPORT"
    },
    {
     "code": "ASCOF_2B",
     "title": "Permanent admissions to care homes, 18 to 64",
     "level": "POPULATION",
     "unit": "PER_100_000",
     "direction": "LOWER_IS_BETTER"
    },
    {
     "code": "ASCOF_2C",
     "title": "Permanent admissions to care homes, 65 and over",
     "level": "POPULATION",
     "unit": "PER_100_000",
     "direction": "LOWER_IS_BETTER"
    },
    {
     "code": "ASCOF_2D",
     "title": "At home 91 days after discharge to reablement, 65 and over",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER",
     "catalogueCode": "AT_HOME_AFTER_91_DAYS"
    },
    {
     "code": "ASCOF_2E",
     "title": "Long-term support while living at home or with family",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER"
    }
   ]
  },
  {
   "code": "EMPOWERMENT",
   "title": "Information and choice",
   "indicators": [
    {
     "code": "ASCOF_3A",
     "title": "Control over daily life",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER",
     "catalogueCode": "CONTROL_OVER_DAILY_LIFE"
    },
    {
     "code": "ASCOF_3B",
     "title": "Carers involved in discussions about the person",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER",
     "catalogueCode": "CARERS_INVOLVED"
    },
    {
     "code": "ASCOF_3C",
     "title": "Ease of finding information",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER"
    },
    {
     "code": "ASCOF_3D",
     "title": "Self-directed support and direct payments",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER"
    }
   ]
  },
  {
   "code": "SAFETY",
   "title": "Safety",
   "indicators": [
    {
     "code": "ASCOF_4A",
     "title": "Feeling safe",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER",
     "catalogueCode": "FEELING_SAFE"
    },
    {
     "code": "ASCOF_4B",
     "title": "Safeguarding enquiries after which the risk was reduced or removed",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER",
     "catalogueCode": "SAFEGUARDING_RISK_REDUCED"
    }
   ]
  },
  {
   "code": "SOCIAL_CONNECTION",
   "title": "Social connection",
   "indicators": [
    {
     "code": "ASCOF_5A",
     "title": "As much social contact as people would like",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER",
     "catalogueCode": "SOCIAL_CONTACT"
    }
   ]
  },
  {
   "code": "CONTINUITY",
   "title": "Continuity and quality of care",
   "indicators": [
    {
     "code": "ASCOF_6A",
     "title": "Turnover of the workforce",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "LOWER_IS_BETTER",
     "catalogueCode": "STAFF_TURNOVER"
    },
    {
     "code": "ASCOF_6B",
     "title": "Providers rated good or outstanding by the regulator",
     "level": "POPULATION",
     "unit": "PERCENT",
     "direction": "HIGHER_IS_BETTER"
    }
   ]
  }
 ],
 "source": "Names of objectives and metrics as facts, after ASCOF 2024-25",
 "version": 1
}'::jsonb);

create table strategy (
  id           uuid   primary key,
  authority    text   not null,
  version      bigint not null check (version > 0),
  state        jsonb  not null,
  client_group text   generated always as (state ->> 'clientGroup') stored,
  status       text   generated always as (state ->> 'status') stored check (status in ('DRAFT', 'ADOPTED', 'CLOSED'))
);
comment on table strategy is 'Commissioning strategies: priorities, their outcomes with targets, and the contracts that are to bring them about';
create index strategy_list on strategy (authority, id);

create table strategy_observation (
  id          uuid   primary key,
  authority   text   not null,
  version     bigint not null check (version > 0),
  state       jsonb  not null,
  strategy_id uuid   generated always as ((state ->> 'strategyId')::uuid) stored not null,
  indicator   text   generated always as (state ->> 'indicator') stored not null,
  level       text   generated always as (state ->> 'level') stored check (level in ('INDIVIDUAL', 'POPULATION')),
  period_end  text   generated always as (state ->> 'periodEnd') stored
);
comment on table strategy_observation is 'What was seen of one person, by a pseudonymous reference, or of a population; services are observed by returns';
create index strategy_observation_of on strategy_observation (strategy_id, indicator, period_end);

alter table strategy enable row level security;
alter table strategy force row level security;
create policy strategy_tenant on strategy
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table strategy_observation enable row level security;
alter table strategy_observation force row level security;
create policy strategy_observation_tenant on strategy_observation
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table outcome_framework enable row level security;
alter table outcome_framework force row level security;
create policy outcome_framework_tenant on outcome_framework
  using (authority in ('SHARED', current_setting('app.authority', true)) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
