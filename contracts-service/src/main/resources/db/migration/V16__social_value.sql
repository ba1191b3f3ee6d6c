-- What suppliers delivered of what they promised beyond the service.
create table social_value_delivery (
  id           uuid        primary key,
  lock_version bigint      not null,
  contract_id  uuid        not null constraint social_value_delivery_contract references contract on delete cascade,
  authority    text        not null,
  measure      text        not null,
  quantity     numeric(18, 4) not null check (quantity > 0),
  delivered_on date        not null,
  evidence     text        not null,
  withdrawn_because text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);
comment on table social_value_delivery is 'A part of a social value commitment that was delivered, with its evidence; one withdrawn no longer counts';
create index social_value_delivery_list on social_value_delivery (contract_id, delivered_on, id);

alter table social_value_delivery enable row level security;
alter table social_value_delivery force row level security;
create policy social_value_delivery_tenant on social_value_delivery
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
