-- Proposals to do things better or for less, and the fund that is invested to save.
create table innovation_fund (
  id        uuid    primary key,
  version   bigint  not null check (version > 0),
  authority text    not null,
  name      text    not null check (name <> ''),
  purpose   text    not null,
  balance   numeric not null default 0,
  opened_by text    not null,
  opened_at timestamptz not null,
  constraint innovation_fund_not_overdrawn check (balance >= 0)
);
comment on table innovation_fund is 'Money to invest in order to save; every movement is an entry';
comment on constraint innovation_fund_not_overdrawn on innovation_fund is 'The last word, whatever the code does: no approval takes what is not there';

create table innovation_proposal (
  id            uuid        primary key,
  version       bigint      not null check (version > 0),
  authority     text        not null,
  provider_id   uuid        constraint fk_innovation_proposal_provider references provider,
  kind          text        not null check (kind in ('SPECIFICATION_ELEMENT', 'NEW_MODEL', 'TECHNOLOGY', 'WORKFORCE', 'OTHER')),
  title         text        not null check (title <> ''),
  description   text        not null,
  element       jsonb,
  status        text        not null check (status in ('SUBMITTED', 'TAKEN_FORWARD', 'DECLINED', 'WITHDRAWN', 'CASE_MADE', 'APPROVED', 'PILOT', 'CONCLUDED')),
  submitted_by  text        not null,
  submitted_at  timestamptz not null,
  triage        jsonb,
  business_case jsonb,
  award         jsonb,
  pilot         jsonb,
  result        jsonb,
  benefits      jsonb       not null,
  constraint innovation_proposal_names_element check ((kind = 'SPECIFICATION_ELEMENT') = (element is not null))
);
comment on table innovation_proposal is 'From the idea to the result of its pilot, and what it brought';
comment on column innovation_proposal.provider_id is 'Whose idea it is; null for the authority''s own';
comment on column innovation_proposal.element is 'A part of a specification that adds cost but little outcome';
create index innovation_proposal_by_provider on innovation_proposal (provider_id, id desc);
create index innovation_proposal_by_status on innovation_proposal (authority, status, id desc);

create table innovation_fund_entry (
  id            uuid        primary key,
  fund_id       uuid        not null constraint fk_innovation_fund_entry_of references innovation_fund,
  authority     text        not null,
  kind          text        not null check (kind in ('CONTRIBUTION', 'AWARD', 'UNSPENT', 'REPAYMENT')),
  amount        numeric     not null check ((kind = 'AWARD' and amount < 0) or (kind <> 'AWARD' and amount > 0)),
  balance_after numeric     not null check (balance_after >= 0),
  proposal_id   uuid        constraint fk_innovation_fund_entry_proposal references innovation_proposal,
  note          text        not null,
  entered_by    text        not null,
  entered_at    timestamptz not null
);
comment on table innovation_fund_entry is 'Append-only: what came into a fund and went out of it';
create index innovation_fund_entry_of on innovation_fund_entry (fund_id, id desc);
create unique index innovation_fund_entry_one_award on innovation_fund_entry (proposal_id) where kind = 'AWARD';

alter table innovation_fund enable row level security;
alter table innovation_fund force row level security;
create policy innovation_fund_tenant on innovation_fund
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table innovation_proposal enable row level security;
alter table innovation_proposal force row level security;
create policy innovation_proposal_tenant on innovation_proposal
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table innovation_fund_entry enable row level security;
alter table innovation_fund_entry force row level security;
create policy innovation_fund_entry_tenant on innovation_fund_entry
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
