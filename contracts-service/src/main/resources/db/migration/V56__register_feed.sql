-- The register's Atom feed of one council looks back for its last public change, however long ago that was.
create index journal_contracts_of_authority on journal (authority, position) where aggregate_type = 'contract';
comment on index journal_contracts_of_authority is 'Finds the archive of the register feed in which a council last changed something';
