-- A novation is agreed by those who are to become party too.
alter table contract_variation add column incoming jsonb not null default '[]';
comment on column contract_variation.incoming is 'Parties the change would bring in; they are asked as well';
