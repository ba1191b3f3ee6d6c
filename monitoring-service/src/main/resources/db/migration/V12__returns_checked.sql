-- Returns that are checked against each other, against their own history and against visits, and put right after they were locked.
alter table performance_return
  add column flags      text    not null default '[]',
  add column exceptions text    not null default '[]',
  add column flagged    boolean generated always as (flags <> '[]') stored;
comment on column performance_return.flags is 'JSON: what the officer should look at: outliers and values that do not go together; never dropped in silence';
comment on column performance_return.exceptions is 'JSON: corrections after the return was locked, each with its reason and what changed';
create index performance_return_flagged on performance_return (authority, id) where flagged;

create table return_rule (
  id              uuid primary key default gen_random_uuid(),
  authority       text not null,
  code            text not null check (code ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  left_indicator  text not null,
  left_part       text not null check (left_part in ('VALUE', 'NUMERATOR', 'DENOMINATOR')),
  relation        text not null check (relation in ('AT_MOST', 'EQUAL')),
  right_indicator text not null,
  right_part      text not null check (right_part in ('VALUE', 'NUMERATOR', 'DENOMINATOR')),
  severity        text not null check (severity in ('ERROR', 'WARNING')),
  message         text not null,
  valid_from      date not null,
  valid_to        date,
  source          text not null,
  constraint return_rule_key unique (authority, code, valid_from),
  constraint return_rule_validity check (valid_to is null or valid_to > valid_from)
);
comment on table return_rule is 'Rules across the values of a return as dated data; SHARED for every authority. ERROR refuses the return, WARNING flags it';
insert into return_rule (authority, code, left_indicator, left_part, relation, right_indicator, right_part, severity, message, valid_from, source)
values
  ('SHARED', 'SAME_VISITS_PLANNED', 'VISITS_ON_TIME', 'DENOMINATOR', 'EQUAL', 'MISSED_VISITS', 'DENOMINATOR', 'WARNING',
   'Visits on time and missed visits should be of the same number of planned visits.', '2024-04-01', 'Project''s own'),
  ('SHARED', 'MISSED_IS_NOT_ON_TIME', 'MISSED_VISITS', 'NUMERATOR', 'AT_MOST', 'VISITS_ON_TIME', 'DENOMINATOR', 'ERROR',
   'There cannot be more missed visits than planned ones.', '2024-04-01', 'Project''s own'),
  ('SHARED', 'CONTENT_PEOPLE_WERE_ASKED', 'SATISFACTION', 'DENOMINATOR', 'EQUAL', 'QUALITY_OF_LIFE', 'DENOMINATOR', 'WARNING',
   'Satisfaction and quality of life are usually asked of the same people.', '2024-04-01', 'Project''s own');

alter table return_rule enable row level security;
alter table return_rule force row level security;
create policy return_rule_tenant on return_rule
  using (authority in ('SHARED', current_setting('app.authority', true)) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
