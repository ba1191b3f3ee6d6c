-- Variations of contracts: proposed, agreed by every party, in force on their day.
create table contract_variation (
  id             uuid        primary key,
  lock_version   bigint      not null,
  contract_id    uuid        not null constraint contract_variation_contract references contract on delete cascade,
  authority      text        not null,
  reason         text        not null,
  description    text        not null,
  effective_date date        not null,
  status         text        not null check (status in ('PROPOSED', 'AGREED', 'IN_FORCE', 'WITHDRAWN', 'REFUSED')),
  change         jsonb       not null,
  before         jsonb       not null,
  agreements     jsonb       not null default '[]',
  outcome        text,
  proposed_at    timestamptz not null,
  updated_at     timestamptz not null
);
comment on table contract_variation is 'A change of a contract that its parties agree: a merge patch of its terms with its reason';
comment on column contract_variation.change is 'JSON merge patch applied to the contract''s terms on the effective date';
comment on column contract_variation.before is 'What the changed places said when the variation was proposed';
comment on column contract_variation.outcome is 'Why it was withdrawn, or why it could not come into force';
create index contract_variation_list on contract_variation (contract_id, id desc);
create index contract_variation_due on contract_variation (effective_date) where status = 'AGREED';

alter table contract_variation enable row level security;
alter table contract_variation force row level security;
create policy contract_variation_tenant on contract_variation
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
