-- Procurements on their way through the gates of the commissioning cycle.
create table commissioning_project (
  id        uuid   primary key,
  authority text   not null check (authority ~ '^[EWSN][0-9]{8}$'),
  version   bigint not null,
  content   jsonb  not null,
  stage     text   generated always as (content ->> 'stage') stored,
  constraint commissioning_project_stage check (stage in ('ANALYSE', 'PLAN', 'DO', 'REVIEW', 'CLOSED'))
);
comment on table commissioning_project is 'A procurement with its checklist, appraisal, risks and decisions';
comment on column commissioning_project.content is 'Full public state, as in the event of this version';
create index commissioning_project_list on commissioning_project (authority, id desc);

alter table commissioning_project enable row level security;
alter table commissioning_project force row level security;
create policy commissioning_project_tenant on commissioning_project
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
