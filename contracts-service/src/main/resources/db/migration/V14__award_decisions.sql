-- How awards are decided: criteria linked to the subject matter, who judges, what was decided and why.
create table award_decision (
  id           uuid        primary key,
  lock_version bigint      not null,
  contract_id  uuid        not null constraint award_decision_contract references contract on delete cascade,
  authority    text        not null,
  status       text        not null check (status in ('PREPARED', 'DECIDED')),
  content      jsonb       not null,
  decision     jsonb,
  decided_on   date,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  constraint award_decision_one_per_contract unique (contract_id),
  constraint award_decision_says_what check (status <> 'DECIDED' or (decision is not null and decided_on is not null))
);
comment on table award_decision is 'Award criteria, evaluation panel, tenders and the decision of one procurement';
create index award_decision_list on award_decision (authority, id desc);
create index award_decision_by_year on award_decision (authority, decided_on) where decided_on is not null;

-- The decision register reads what was decided in a year from the journal.
create index journal_decisions on journal (authority, occurred_at)
  where type in ('contract.awarded.v1', 'contract.extended.v1', 'contract.break-exercised.v1', 'contract.terminated.v1',
                 'contract.cancelled.v1', 'contract.decommissioned.v1', 'contract.varied.v1', 'award-decision.decided.v1',
                 'contract-length-analysis.decided.v1', 'extension-option.lapsed.v1');

alter table award_decision enable row level security;
alter table award_decision force row level security;
create policy award_decision_tenant on award_decision
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
