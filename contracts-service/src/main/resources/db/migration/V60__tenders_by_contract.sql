-- The duties clock asks with every version of a contract when it was tendered: it need not read all versions before.
create index journal_tenders on journal (aggregate_id) where type = 'contract.tender-published.v1';
comment on index journal_tenders is 'When a contract was tendered, for the duties clock';
