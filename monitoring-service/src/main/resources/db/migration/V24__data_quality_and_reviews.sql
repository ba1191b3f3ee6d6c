create view return_quality with (security_invoker = true) as
select p.id as plan_id, p.authority, p.contract_id, p.contract_reference, p.provider_id, p.provider_name,
  d.period_start, d.period_end, d.due_on, r.id as return_id, r.submitted_at, r.submitted_by, r.minutes_spent,
  asked.number as asked,
  coalesce(seen.given, 0) as given,
  case when r.submitted_at is null then 0
    when not d.expected then 1
    when (r.submitted_at at time zone 'Europe/London')::date <= d.due_on then 1 else 0.5 end as timeliness,
  case when r.submitted_at is null or asked.number = 0 then 0
    else coalesce(seen.given, 0)::numeric / asked.number end as completeness,
  case when r.submitted_at is null or coalesce(seen.given, 0) = 0 then 0 else seen.valid::numeric / seen.given end as validity,
  case when r.submitted_at is null or coalesce(seen.given, 0) = 0 then 0 else seen.agreeing::numeric / seen.given end as consistency
from monitoring_plan p
join return_period d on d.plan_id = p.id
left join performance_return r on r.plan_id = d.plan_id and r.period_start = d.period_start
join lateral (select count(*) as number from plan_indicator i where i.plan_id = p.id) asked on true
left join lateral (
  select count(*) as given,
    count(*) filter (where case i.unit when 'PERCENT' then o.value between 0 and 100
      when 'COUNT' then o.value >= 0 and o.value = trunc(o.value) else o.value >= 0 end) as valid,
    count(*) filter (where not exists (
      select 1 from observation other join indicator same on same.code = other.indicator
      join indicator mine on mine.code = o.indicator
      where other.return_id = o.return_id and other.indicator <> o.indicator
        and same.denominator = mine.denominator and other.denominator <> o.denominator)
      and (o.denominator is null or o.numerator is null or i.unit <> 'PERCENT' or o.numerator <= o.denominator)) as agreeing
  from observation o join plan_indicator i on i.plan_id = p.id and i.code = o.indicator
  where o.return_id = r.id and o.value is not null) seen on true
where d.expected or r.submitted_at is not null;
comment on view return_quality is
  'Each return that was expected or came (one that nobody expected cannot be late): how much of it came, in time, within its unit''s range and in agreement with itself, each 0 to 1';

create table indicator_known_from (
  indicator text primary key,
  source    text not null
);
comment on table indicator_known_from is 'Indicators of the starter set that other records already answer, the same for every authority, so without row policy';
insert into indicator_known_from (indicator, source)
values ('VISITS_ON_TIME', 'visit records'), ('MISSED_VISITS', 'visit records');

create table contract_review_meeting (
  id          uuid   primary key,
  authority   text   not null,
  version     bigint not null check (version > 0),
  state       jsonb  not null,
  contract_id uuid   generated always as ((state ->> 'contractId')::uuid) stored not null,
  status      text   generated always as (state ->> 'status') stored check (status in ('PREPARED', 'HELD'))
);
comment on table contract_review_meeting is 'Reviews of contracts with their agenda; one that was held is also a row of contract_review, which risk looks at';
create index contract_review_meeting_list on contract_review_meeting (authority, contract_id, id);

alter table contract_review_meeting enable row level security;
alter table contract_review_meeting force row level security;
create policy contract_review_meeting_tenant on contract_review_meeting
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
