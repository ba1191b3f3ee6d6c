-- New needs, which no contract that ends tells of, enter the public pipeline from commissioning projects.
drop policy commissioning_project_tenant on commissioning_project;
create policy commissioning_project_tenant on commissioning_project
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system'
         or (current_setting('app.reach', true) = 'public'
             and jsonb_typeof(content -> 'announcement') = 'object'
             and content ->> 'contractId' is null
             and stage <> 'CLOSED'))
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
comment on policy commissioning_project_tenant on commissioning_project is 'Public reach finds what was announced to suppliers and is not awarded; only what the pipeline names of it is shown';

create index commissioning_project_announced on commissioning_project ((content #>> '{terms,start}'), id)
  where jsonb_typeof(content -> 'announcement') = 'object';
