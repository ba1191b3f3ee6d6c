-- What monitoring says of contracts, kept from its events for the view of the whole cycle.
create table cycle_fact (
  id          uuid        primary key,
  authority   text        not null,
  contract_id uuid        not null,
  kind        text        not null check (kind in ('ACTIVITY', 'RETURN', 'REVIEW')),
  month       text        not null check (month ~ '^\d{4}-\d{2}$'),
  content     jsonb       not null,
  occurred_at timestamptz not null
);
comment on table cycle_fact is 'View of monitoring.v1: activity of a month, approved returns, reviews of contracts; rebuilt by replay';
comment on column cycle_fact.month is 'The month it is about; of a return the month its period ends in';
create index cycle_fact_by_contract on cycle_fact (contract_id, kind, month);

alter table cycle_fact enable row level security;
alter table cycle_fact force row level security;
create policy cycle_fact_tenant on cycle_fact
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
