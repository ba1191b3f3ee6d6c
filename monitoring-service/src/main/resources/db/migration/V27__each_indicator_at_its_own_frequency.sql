-- Indicators have a frequency of their own, or follow the pace of the plan, which follows the risk tier.
select set_config('app.reach', 'system', true); -- the owner too is bound by the row policy

alter table indicator add column frequency text not null default 'BY_TIER'
  check (frequency in ('BY_TIER', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'));
comment on column indicator.frequency is 'How often it is usually asked; BY_TIER: at the pace of the plan';
update indicator set frequency = 'YEARLY' where authority = 'SHARED' and level = 'POPULATION'; -- ASCOF is published once a year

alter table plan_indicator add column frequency text not null default 'BY_TIER'
  check (frequency in ('BY_TIER', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'));
comment on column plan_indicator.frequency is 'How often it is asked of this contract';
alter table plan_indicator add column asked_since date;
comment on column plan_indicator.asked_since is 'First day it is asked about; from the plan''s first day when null';

alter table return_period add column asks text;
comment on column return_period.asks is
  'What the return asks, as JSON: groups of indicators with the first day they are asked about; null in older rows: everything, about the period';

create view return_question with (security_invoker = true) as
select d.plan_id, d.period_start, d.authority, i.code
from return_period d
join plan_indicator i on i.plan_id = d.plan_id
where d.asks is null
  or jsonb_path_exists(d.asks::jsonb, '$[*].indicators[*] ? (@ == $code)', jsonb_build_object('code', i.code));
comment on view return_question is 'Which indicators each return asks for, of those the plan still measures';

create or replace view return_quality with (security_invoker = true) as
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
join lateral (select count(*) as number from return_question q
  where q.plan_id = d.plan_id and q.period_start = d.period_start) asked on true
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
  from observation o join return_question q on q.plan_id = d.plan_id and q.period_start = d.period_start and q.code = o.indicator
  join plan_indicator i on i.plan_id = p.id and i.code = o.indicator
  where o.return_id = r.id and o.value is not null) seen on true
where d.expected or r.submitted_at is not null;
