-- Who owns whom and under which brand, dated: the hierarchy that concentration and failure impact follow upwards and downwards.
create table ownership (
  id          uuid        primary key,
  version     bigint      not null check (version > 0),
  authority   text        not null,
  kind        text        not null check (kind in ('OWNER', 'BRAND')),
  provider_id uuid        not null constraint fk_ownership_provider references provider,
  parent_id   uuid        constraint fk_ownership_parent references provider,
  brand       text        check (brand <> ''),
  valid_from  date        not null,
  valid_to    date        constraint ownership_lasts check (valid_to > valid_from),
  evidence    text        not null,
  end_reason  text,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  constraint ownership_has_other_end check ((kind = 'OWNER') = (parent_id is not null) and (kind = 'BRAND') = (brand is not null)),
  constraint ownership_not_of_itself check (parent_id <> provider_id)
);
comment on table ownership is 'One step upwards: the organisation that controls a provider, or the brand it trades under, for a time';
comment on column ownership.valid_to is 'First day on which it no longer holds; null while it does';
create index ownership_by_provider on ownership (provider_id, id desc);
create index ownership_by_parent on ownership (parent_id) where parent_id is not null;

create function ultimate_owners(day date) returns table (provider_id uuid, owner_id uuid, owner text) language sql stable as $$
  with recursive survivor(id, final) as (
    select id, id from provider where merged_into is null
    union all
    select p.id, s.final from provider p join survivor s on p.merged_into = s.id
  ), step as (
    select child.final as child, parent.final as parent
    from ownership o join survivor child on child.id = o.provider_id join survivor parent on parent.id = o.parent_id
    where o.kind = 'OWNER' and o.valid_from <= day and (o.valid_to is null or o.valid_to > day) and child.final <> parent.final
  ), up(id, owner, depth) as (
    select id, final, 0 from survivor
    union all
    select up.id, step.parent, up.depth + 1 from up join step on step.child = up.owner where up.depth < 30
  ), top as (
    select distinct on (id) id, owner from up order by id, depth desc, owner
  )
  select top.id, top.owner, coalesce(nullif(p.ultimate_owner, ''), p.legal_name) from top join provider p on p.id = top.owner
$$;
comment on function ultimate_owners is 'For every record the organisation at the top of its owners on a day, merged records through their survivors; where none is recorded, the name the record states, else its own';

alter table ownership enable row level security;
alter table ownership force row level security;
create policy ownership_shared on ownership using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');

create table concentration_band (
  code       text    not null,
  above      numeric not null check (above >= 0),
  valid_from date    not null,
  valid_to   date    check (valid_to > valid_from),
  source     text    not null,
  constraint concentration_band_pk primary key (code, valid_from)
);
comment on table concentration_band is 'What a Herfindahl-Hirschman index means: reference data with its source';
insert into concentration_band (code, above, valid_from, source) values
  ('UNCONCENTRATED', 0, '2010-09-16', 'Merger Assessment Guidelines (CC2 revised, OFT1254), September 2010, paragraph 5.3.5'),
  ('CONCENTRATED', 1000, '2010-09-16', 'Merger Assessment Guidelines (CC2 revised, OFT1254), September 2010, paragraph 5.3.5'),
  ('HIGHLY_CONCENTRATED', 2000, '2010-09-16', 'Merger Assessment Guidelines (CC2 revised, OFT1254), September 2010, paragraph 5.3.5');
