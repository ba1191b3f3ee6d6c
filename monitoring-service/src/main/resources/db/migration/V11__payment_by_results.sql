-- Payment by results: what a contract pays for results, what providers claim, and statements that stand once they are agreed.
create table pbr_model (
  id                 uuid   primary key,
  authority          text   not null,
  contract_id        uuid   not null,
  contract_reference text   not null,
  provider_id        uuid,
  kind               text   not null check (kind in ('OUTCOMES', 'TARIFF')),
  status             text   not null check (status in ('ACTIVE', 'ENDED')),
  starts_on          date   not null,
  ends_on            date,
  terms              jsonb  not null,
  version            bigint not null check (version > 0),
  constraint pbr_model_dates check (ends_on is null or ends_on >= starts_on)
);
comment on table pbr_model is 'How a contract pays for results; its terms never change, a new agreement is a new model';
create unique index pbr_model_one_active on pbr_model (contract_id) where status = 'ACTIVE';
create index pbr_model_list on pbr_model (authority, id);

create table pbr_statement (
  id           uuid    primary key,
  authority    text    not null,
  model_id     uuid    not null references pbr_model,
  contract_id  uuid    not null,
  provider_id  uuid,
  period_start date    not null,
  period_end   date    not null,
  status       text    not null check (status in ('DRAFT', 'AGREED', 'PAID')),
  content      jsonb   not null,
  total        numeric not null,
  agreed_by    text,
  agreed_at    timestamptz,
  paid_on      date,
  payment_reference text,
  version      bigint  not null check (version > 0),
  constraint pbr_statement_dates check (period_end > period_start),
  constraint pbr_statement_one_per_period unique (model_id, period_start)
);
comment on table pbr_statement is 'What a period pays; DRAFT until both sides agree, unchangeable from then on';
create index pbr_statement_list on pbr_statement (authority, id);

create function pbr_statement_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status <> 'DRAFT' then
      raise exception 'An agreed statement stands for ever';
    end if;
    return old;
  end if;
  if old.status <> 'DRAFT' and (new.content, new.total, new.period_start, new.period_end, new.model_id, new.agreed_by, new.agreed_at)
      is distinct from (old.content, old.total, old.period_start, old.period_end, old.model_id, old.agreed_by, old.agreed_at) then
    raise exception 'An agreed statement never changes';
  end if;
  if old.status = 'PAID' or (old.status = 'AGREED' and new.status = 'DRAFT') then
    raise exception 'A statement goes from DRAFT to AGREED to PAID and never back';
  end if;
  return new;
end
$$;
create trigger pbr_statement_stands before update or delete on pbr_statement
  for each row execute function pbr_statement_stands();

create table pbr_claim (
  id               uuid    primary key,
  authority        text    not null,
  model_id         uuid    not null references pbr_model,
  contract_id      uuid    not null,
  provider_id      uuid,
  outcome          text,
  person           text,
  achieved_on      date    not null,
  actual           numeric,
  evidence         text    not null,
  status           text    not null check (status in ('CLAIMED', 'VERIFIED', 'REJECTED', 'DISPUTED', 'REFUTED')),
  reason           text,
  dispute          text,
  corrected_actual numeric,
  statement_id     uuid    references pbr_statement,
  claimed_by       text    not null,
  decided_by       text,
  version          bigint  not null check (version > 0),
  constraint pbr_claim_kind check ((outcome is null) <> (person is null)),
  constraint pbr_claim_person unique (model_id, person)
);
comment on table pbr_claim is 'A result a provider claims: the measured value of an outcome, or a person (pseudonymous) whose outcome was reached';
comment on column pbr_claim.statement_id is 'The agreed statement it was counted on';
create index pbr_claim_list on pbr_claim (model_id, id);
create index pbr_claim_statement on pbr_claim (statement_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['pbr_model', 'pbr_statement', 'pbr_claim'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')'
      || ' with check (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')',
      tenant_table || '_tenant', tenant_table);
  end loop;
end
$$;
