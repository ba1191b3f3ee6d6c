-- Extension options and break clauses: agreed up front, each with its notice deadline, exercised or lapsed.
create table extension_option (
  id               uuid        primary key,
  lock_version     bigint      not null,
  contract_id      uuid        not null constraint extension_option_contract references contract on delete cascade,
  authority        text        not null,
  position         int         not null check (position > 0),
  months           int         not null check (months between 1 and 240),
  notice_months    int         not null check (notice_months between 0 and 60),
  additional_value jsonb,
  clause           text,
  status           text        not null check (status in ('OPEN', 'EXERCISED', 'LAPSED')),
  exercise         jsonb,
  lapsed_because   text,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  constraint extension_option_position unique (contract_id, position),
  constraint extension_option_says_how check (status <> 'EXERCISED' or exercise is not null),
  constraint extension_option_says_why check (status <> 'LAPSED' or lapsed_because is not null)
);
comment on table extension_option is 'A right to let a contract run longer; taken in the order of their positions';
comment on column extension_option.clause is 'The clause of the signed contract; needed when it is entered after the award';
comment on column extension_option.exercise is 'Notice, who decided and why, and the arithmetic of the new end and value';
create index extension_option_open on extension_option (contract_id, position) where status = 'OPEN';

create table break_clause (
  id             uuid        primary key,
  lock_version   bigint      not null,
  contract_id    uuid        not null constraint break_clause_contract references contract on delete cascade,
  authority      text        not null,
  held_by        text        not null check (held_by in ('AUTHORITY', 'SUPPLIER', 'EITHER')),
  window_from    date        not null,
  window_to      date        not null,
  notice_months  int         not null check (notice_months between 0 and 60),
  clause         text,
  status         text        not null check (status in ('OPEN', 'EXERCISED', 'LAPSED')),
  exercise       jsonb,
  lapsed_because text,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  constraint break_clause_window check (window_to >= window_from),
  constraint break_clause_says_how check (status <> 'EXERCISED' or exercise is not null),
  constraint break_clause_says_why check (status <> 'LAPSED' or lapsed_because is not null)
);
comment on table break_clause is 'A right to end a contract early on a day of its window, after notice';
comment on column break_clause.held_by is 'Who may exercise it';
create index break_clause_open on break_clause (contract_id) where status = 'OPEN';

-- Notice of n months before the last day D is given in time up to the day before the day n months before D + 1;
-- an option that follows other open ones counts from where those would lead.
create view extension_option_term with (security_invoker = true) as
select o.id, o.contract_id, o.authority, o.status, c.status as contract_status,
  ((c.end_date + 1 + make_interval(months => o.months_before)
    - make_interval(months => o.notice_months))::date - 1) as notice_deadline,
  ((c.end_date + 1 + make_interval(months => o.months_before + o.months))::date - 1) as extends_to
from (select *, coalesce(sum(months) over (partition by contract_id order by position
        rows between unbounded preceding and 1 preceding), 0)::int as months_before
      from extension_option where status = 'OPEN') o
join contract c on c.id = o.contract_id;
comment on view extension_option_term is 'Open extension options with their notice deadline and the day they lead to, from the contract''s last day as it stands';

create view break_clause_term with (security_invoker = true) as
select b.id, b.contract_id, b.authority, b.status, c.status as contract_status,
  ((b.window_from + 1 - make_interval(months => b.notice_months))::date - 1) as first_notice_by,
  ((b.window_to + 1 - make_interval(months => b.notice_months))::date - 1) as notice_deadline
from break_clause b join contract c on c.id = b.contract_id
where b.status = 'OPEN';
comment on view break_clause_term is 'Open break clauses with the last day of notice for the first and for the last day of their window';

create view contract_decision_date with (security_invoker = true) as
select c.authority, c.id as contract_id, 'END' as kind, c.end_date as date, c.id as source_id
from contract c where c.status in ('AWARDED', 'ACTIVE') and c.end_date is not null
union all
select c.authority, c.id, 'REVIEW', (c.terms #>> '{dates,review}')::date, c.id
from contract c where c.status in ('AWARDED', 'ACTIVE') and c.terms #>> '{dates,review}' is not null
union all
select t.authority, t.contract_id, 'EXTENSION_NOTICE', t.notice_deadline, t.id
from extension_option_term t where t.contract_status in ('AWARDED', 'ACTIVE') and t.notice_deadline is not null
union all
select t.authority, t.contract_id, 'BREAK_NOTICE', t.notice_deadline, t.id
from break_clause_term t where t.contract_status in ('AWARDED', 'ACTIVE');
comment on view contract_decision_date is 'Days by which something must be decided about a running contract: END, REVIEW, EXTENSION_NOTICE, BREAK_NOTICE; source_id is the contract, option or clause';

alter table extension_option enable row level security;
alter table extension_option force row level security;
create policy extension_option_tenant on extension_option
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table break_clause enable row level security;
alter table break_clause force row level security;
create policy break_clause_tenant on break_clause
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
