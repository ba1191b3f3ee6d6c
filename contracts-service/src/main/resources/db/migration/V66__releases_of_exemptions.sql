-- What is kept back of a contract, or published again, is a release of its own and an entry of the register's feed.
create index publication_exemption_by_contract on publication_exemption (contract_id);
comment on index publication_exemption_by_contract is 'Finds everything ever kept back of a contract when its record is compiled';
create index journal_exemptions_of_authority on journal (authority, position) where aggregate_type = 'publication-exemption';
comment on index journal_exemptions_of_authority is 'Finds the archive of the register feed in which a council last kept something back';
