-- Searches that people of an authority keep under a name.
create table saved_search (
  id          uuid   primary key,
  version     bigint not null,
  authority   text   not null,
  name        text   not null check (name <> ''),
  query       text   not null,
  constraint saved_search_name unique (authority, name)
);
comment on table saved_search is 'A search of the register under a name, shared by the people of an authority';
comment on column saved_search.query is 'The query of GET /v1/contracts, checked when it was kept';

alter table saved_search enable row level security;
alter table saved_search force row level security;
create policy saved_search_tenant on saved_search
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
