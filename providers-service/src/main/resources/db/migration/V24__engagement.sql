-- Meetings and forums with providers, and what was agreed there.
create table engagement (
  id         uuid        primary key,
  version    bigint      not null check (version > 0),
  authority  text        not null,
  kind       text        not null check (kind in ('FORUM', 'MEETING', 'DIRECTOR_MEETING', 'COST_CONVERSATION', 'CONSULTATION')),
  title      text        not null check (title <> ''),
  held_on    date        not null,
  providers  uuid[]      not null default '{}',
  attendees  text[]      not null default '{}',
  topics     text[]      not null default '{}',
  notes      text        not null,
  actions    int         not null default 0 check (actions >= 0),
  edited_by  text        not null,
  edited_at  timestamptz not null
);
comment on table engagement is 'One meeting or forum; its actions belong to it and raise its version';
comment on column engagement.attendees is 'By role, never by name';
create index engagement_by_day on engagement (authority, held_on desc, id desc);
create index engagement_by_providers on engagement using gin (providers);

create table engagement_action (
  id            uuid primary key,
  engagement_id uuid not null constraint fk_engagement_action_of references engagement,
  authority     text not null,
  what          text not null check (what <> ''),
  owner         text not null check (owner <> ''),
  due_on        date not null,
  status        text not null check (status in ('OPEN', 'DONE', 'DROPPED')),
  closed_on     date,
  outcome       text,
  moved         int  not null default 0 check (moved >= 0),
  constraint engagement_action_closed_has_day check ((status = 'OPEN') = (closed_on is null))
);
comment on table engagement_action is 'What somebody agreed to do, and by when';
comment on column engagement_action.moved is 'How often its due date was put off';
create index engagement_action_of on engagement_action (engagement_id);
create index engagement_action_open on engagement_action (authority, due_on, id) where status = 'OPEN';

alter table engagement enable row level security;
alter table engagement force row level security;
create policy engagement_tenant on engagement
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table engagement_action enable row level security;
alter table engagement_action force row level security;
create policy engagement_action_tenant on engagement_action
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
