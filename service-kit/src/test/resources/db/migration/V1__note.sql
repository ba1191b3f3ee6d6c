create table note (
  id uuid primary key,
  authority text not null,
  title text not null,
  version bigint not null,
  constraint note_title_key unique (authority, title)
);
alter table note enable row level security;
alter table note force row level security;
create policy note_tenant on note
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system'
    or (current_setting('app.reach', true) = 'public' and title not like 'secret%'))
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
create table note_view (id uuid primary key, title text not null, applications int not null);
