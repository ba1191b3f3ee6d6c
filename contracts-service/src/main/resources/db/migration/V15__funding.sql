-- Who pays for contracts: funding streams with shares, and funds that several partners fill.
create function funding_total(content jsonb) returns numeric language sql immutable as $$
  select coalesce(sum((stream ->> 'sharePercent')::numeric), 0) from jsonb_array_elements(content -> 'streams') stream
$$;
comment on function funding_total is 'What the shares of a funding total, in percent';

create table fund (
  id           uuid        primary key,
  lock_version bigint      not null,
  authority    text        not null,
  name         text        not null,
  kind         text        not null,
  content      jsonb       not null,
  contributions jsonb      not null default '[]',
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  constraint fund_name unique (authority, name)
);
comment on table fund is 'Money of several partners under one agreement, such as a pooled fund under section 75';
create index fund_list on fund (authority, id desc);

create table contract_funding (
  id           uuid        primary key,
  lock_version bigint      not null,
  contract_id  uuid        not null constraint contract_funding_contract references contract on delete cascade,
  authority    text        not null,
  valid_from   date        not null,
  valid_to     date,
  content      jsonb       not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  constraint contract_funding_begins_once unique (contract_id, valid_from),
  constraint contract_funding_ends_after_start check (valid_to is null or valid_to >= valid_from),
  constraint contract_funding_is_whole check (funding_total(content) = 100)
);
comment on table contract_funding is 'Who pays which share of a contract from when to when; the shares total exactly 100 percent';
create index contract_funding_by_authority on contract_funding (authority, valid_from);

alter table fund enable row level security;
alter table fund force row level security;
create policy fund_tenant on fund
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table contract_funding enable row level security;
alter table contract_funding force row level security;
create policy contract_funding_tenant on contract_funding
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
