-- Placements as the contract register tells them, for what an exit would leave uncovered, shares by hours and price signals.
create table placement_seen (
  placement_id     uuid   primary key,
  authority        text   not null,
  version          bigint not null,
  contract_id      uuid,
  provider_id      uuid,
  provider_name    text,
  service_type     text,
  client_group     text,
  person_reference text   not null,
  start_date       date   not null,
  end_date         date
);
comment on table placement_seen is 'View of placement events on contracts.v1; rebuilt from the topic';
comment on column placement_seen.person_reference is 'Pseudonymous: counts people, names nobody';
comment on column placement_seen.end_date is 'Last day, once known';
create index placement_seen_by_provider on placement_seen (provider_id);
create index placement_seen_by_contract on placement_seen (contract_id) where contract_id is not null;

create table placement_terms_seen (
  placement_id   uuid not null constraint fk_placement_terms_seen_placement references placement_seen on delete cascade,
  authority      text not null,
  valid_from     date not null,
  kind           text not null,
  care_type      text,
  area           text,
  location_id    uuid,
  weekly_price   numeric check (weekly_price >= 0),
  hours_per_week numeric check (hours_per_week >= 0),
  constraint placement_terms_seen_pk primary key (placement_id, valid_from)
);
comment on table placement_terms_seen is 'What a placement is from a day on: place, price and hours';
create index placement_terms_seen_by_location on placement_terms_seen (location_id) where location_id is not null;

create function placements_on(day date) returns table (placement_id uuid, authority text, contract_id uuid, provider_id uuid,
    provider_name text, service_type text, person_reference text, kind text, care_type text, area text, location_id uuid,
    weekly_price numeric, hours_per_week numeric) language sql stable as $$
  select p.placement_id, p.authority, p.contract_id, coalesce(p.provider_id, l.provider_id, e.provider_id), p.provider_name,
    p.service_type, p.person_reference, t.kind, t.care_type, t.area, t.location_id, t.weekly_price, t.hours_per_week
  from placement_seen p
  join lateral (
    select * from placement_terms_seen t where t.placement_id = p.placement_id
    order by t.valid_from <= day desc, abs(t.valid_from - day) limit 1) t on true
  left join location l on l.id = t.location_id
  left join lateral (
    select e.provider_id from contract_exposure e
    where e.contract_id = p.contract_id and e.role = 'LEAD_SUPPLIER' and e.provider_id is not null
    order by e.party_id limit 1) e on p.provider_id is null and l.provider_id is null
  where p.start_date <= day and (p.end_date is null or p.end_date >= day)
$$;
comment on function placements_on is 'Placements that run on a day on the terms of that day; a provider not named by id is that of the location or the contract''s lead supplier';

create table contract_price_change (
  contract_id uuid    not null,
  version     bigint  not null,
  authority   text    not null,
  changed_on  date    not null,
  before      numeric,
  after       numeric,
  reason      text,
  constraint contract_price_change_pk primary key (contract_id, version)
);
comment on table contract_price_change is 'Annual value of a contract before and after a variation came into force';

alter table placement_seen enable row level security;
alter table placement_seen force row level security;
create policy placement_seen_tenant on placement_seen
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table placement_terms_seen enable row level security;
alter table placement_terms_seen force row level security;
create policy placement_terms_seen_tenant on placement_terms_seen
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table contract_price_change enable row level security;
alter table contract_price_change force row level security;
create policy contract_price_change_tenant on contract_price_change
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
