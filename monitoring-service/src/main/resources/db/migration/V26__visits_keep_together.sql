-- Visits whose ids count up get keys that are neighbours, so that taking them in touches few pages of the keys' index; and continuity
-- holds one row for each person of a figure instead of one for each pair. What is held is carried over.
select set_config('app.reach', 'system', true);

create function visit_key_of(authority text, visit_id text) returns uuid language sql immutable as $$
  select (left(md5('visit:' || authority || ':' || length(digits) || ':' || left(visit_id, length(visit_id) - length(digits))), 24)
    || lpad(to_hex(case digits when '' then 0 else digits::int end), 8, '0'))::uuid
  from (select coalesce(substring(visit_id from '[0-9]{1,9}$'), '') as digits) d
$$;
update visit_key k set key = visit_key_of(v.authority, v.visit_id)
from visit v where v.month = k.month and v.contract_id = k.contract_id and v.planned_start = k.planned_start and v.key = k.key;
update visit set key = visit_key_of(authority, visit_id);
update parked_visit set key = visit_key_of(authority, visit_id);
drop function visit_key_of(text, text);
comment on column visit_key.key is
  'Derived from the authority and the visit id of the sending system: 96 bits of a hash of what comes before its last digits, 32 bits of those digits as a number';

alter table visit_continuity rename to visit_continuity_pair;
create table visit_continuity (
  figure_id bigint not null references visit_figure on delete cascade,
  authority text   not null,
  person    text   not null,
  carers    text[] not null check (carers <> '{}'),
  constraint visit_continuity_key primary key (figure_id, person)
);
comment on table visit_continuity is 'The different carers a person met in the delivered visits of a figure';
insert into visit_continuity (figure_id, authority, person, carers)
select figure_id, authority, person, array_agg(carer order by carer)
from visit_continuity_pair where carer <> '' group by figure_id, authority, person;
drop table visit_continuity_pair;
alter table visit_continuity enable row level security;
alter table visit_continuity force row level security;
create policy visit_continuity_tenant on visit_continuity
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
