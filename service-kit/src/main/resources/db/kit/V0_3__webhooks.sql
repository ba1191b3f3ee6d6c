create table webhook_subscription (
  id              uuid        primary key,
  authority       text        not null,
  url             text        not null,
  description     text        not null,
  types           text[]      not null,
  conditions      jsonb       not null,
  status          text        not null check (status in ('ACTIVE', 'PAUSED', 'GONE')),
  position        bigint      not null,
  secret          text        not null,
  previous_secret text,
  previous_until  timestamptz,
  version         bigint      not null,
  created_by      text        not null,
  created_at      timestamptz not null
);
comment on table webhook_subscription is 'Who wants to be told of which events, and where';
comment on column webhook_subscription.position is 'Place in the journal up to which deliveries have been made out';
comment on column webhook_subscription.previous_secret is 'After a rotation the old secret signs as well, until previous_until';
create index webhook_subscription_authority on webhook_subscription (authority, id);

create table webhook_delivery (
  id              uuid        primary key,
  subscription_id uuid        not null references webhook_subscription on delete cascade,
  authority       text        not null,
  event_id        uuid        not null,
  type            text        not null,
  aggregate_id    uuid        not null,
  position        bigint      not null,
  status          text        not null default 'PENDING' check (status in ('PENDING', 'DELIVERED', 'DEAD')),
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  claimed_until   timestamptz,
  last_status     int,
  last_error      text,
  created_at      timestamptz not null,
  delivered_at    timestamptz,
  constraint webhook_delivery_once unique (subscription_id, event_id)
);
comment on table webhook_delivery is 'One event on its way to one subscriber; pending, arrived, or given up';
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where status = 'PENDING';
create index webhook_delivery_order on webhook_delivery (subscription_id, aggregate_id, position) where status = 'PENDING';
create index webhook_delivery_list on webhook_delivery (subscription_id, position);

alter table webhook_subscription enable row level security;
alter table webhook_subscription force row level security;
create policy webhook_subscription_tenant on webhook_subscription
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');

alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy webhook_delivery_tenant on webhook_delivery
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
