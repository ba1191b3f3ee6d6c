-- What an authority tells its market: drafted from the data, edited by officers, published edition by edition.
create table market_statement (
  id        uuid        primary key,
  version   bigint      not null check (version > 0),
  authority text        not null,
  edition   int         not null default 0 check (edition >= 0),
  content   jsonb       not null,
  edited_by text        not null,
  edited_at timestamptz not null
);
comment on table market_statement is 'The draft of a market position statement; what is published stands in its editions';
comment on column market_statement.edition is 'Number of the latest published edition, 0 before the first';

create table market_statement_edition (
  statement_id uuid        not null constraint fk_market_statement_edition_of references market_statement,
  edition      int         not null check (edition > 0),
  authority    text        not null,
  title        text        not null,
  content      jsonb       not null,
  change_note  text        not null,
  published_by text        not null,
  published_at timestamptz not null,
  constraint market_statement_edition_pk primary key (statement_id, edition)
);
comment on table market_statement_edition is 'Published editions, open to everyone and never changed';
create index market_statement_edition_by_day on market_statement_edition (published_at desc, statement_id);

create table disclosure_control (
  rule       text not null,
  least      int  not null check (least > 0),
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  source     text not null,
  constraint disclosure_control_pk primary key (rule, valid_from)
);
comment on table disclosure_control is 'How many people or prices must stand behind a figure before it is published';
insert into disclosure_control (rule, least, valid_from, source) values
  ('PRICES', 5, '2015-01-01', 'Counts below five are held back, as statistics of adult social care activity do');

alter table market_statement enable row level security;
alter table market_statement force row level security;
create policy market_statement_tenant on market_statement
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
alter table market_statement_edition enable row level security;
alter table market_statement_edition force row level security;
create policy market_statement_edition_public on market_statement_edition
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) in ('system', 'public'))
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
