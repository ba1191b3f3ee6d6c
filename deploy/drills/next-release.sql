-- What the drill "upgrade" brings with its next release: changes that the release before can live with.
alter table contract add column drill_note text;
comment on column contract.drill_note is 'Drill of a rolling upgrade';

alter table journal add column drill_note text;
comment on column journal.drill_note is 'Drill of a rolling upgrade';

create table drill (
  id   uuid primary key,
  note text not null default ''
);
comment on table drill is 'Drill of a rolling upgrade';
