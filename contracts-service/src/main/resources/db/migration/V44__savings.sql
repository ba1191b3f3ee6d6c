-- Savings programmes, the initiatives that save towards them, and what was claimed, each pound once.
create table savings_programme (
  id        uuid   primary key,
  authority text   not null check (authority ~ '^[EWSN][0-9]{8}$'),
  version   bigint not null,
  content   jsonb  not null
);
comment on table savings_programme is 'A target to save over several financial years';
create index savings_programme_list on savings_programme (authority, id desc);

create table savings_initiative (
  id           uuid   primary key,
  authority    text   not null check (authority ~ '^[EWSN][0-9]{8}$'),
  version      bigint not null,
  content      jsonb  not null,
  programme_id uuid   generated always as ((content ->> 'programmeId')::uuid) stored
               constraint savings_initiative_programme references savings_programme on delete cascade
);
comment on table savings_initiative is 'What saves: planned, forecast and delivered month by month';
create index savings_initiative_by_programme on savings_initiative (programme_id, id desc);

create table savings_claim (
  contract_id   uuid not null,
  month         text not null check (month ~ '^\d{4}-\d{2}$'),
  kind          text not null,
  authority     text not null,
  initiative_id uuid not null references savings_initiative on delete cascade,
  amount        numeric(18, 2) not null,
  constraint savings_claim_once primary key (contract_id, month, kind)
);
comment on table savings_claim is 'A delivered saving of one kind on one contract in one month is counted once, whichever initiative claims it';
create index savings_claim_by_initiative on savings_claim (initiative_id);

do $$
declare name text;
begin
  foreach name in array array['savings_programme', 'savings_initiative', 'savings_claim'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')'
      || ' with check (authority = current_setting(''app.authority'', true)'
      || ' or current_setting(''app.reach'', true) = ''system'')', name || '_tenant', name);
  end loop;
end $$;
