-- An ending whose day lies ahead is announced: the contract runs on, and ends by itself.
comment on column contract.ending is 'How it ended; of an ACTIVE contract, how it is to end after the last day announced';
create index contract_announced_ending on contract ((ending ->> 'date')) where status = 'ACTIVE' and ending is not null;
comment on index contract_announced_ending is 'Contracts whose ending is announced, by their last day';

-- What must be decided about a contract: its END is the day announced, and nothing more can be extended or broken off.
create or replace view contract_decision_date with (security_invoker = true) as
select c.authority, c.id as contract_id, 'END' as kind, coalesce((c.ending ->> 'date')::date, c.end_date) as date, c.id as source_id
from contract c where c.status in ('AWARDED', 'ACTIVE') and (c.end_date is not null or c.ending is not null)
union all
select c.authority, c.id, 'REVIEW', (c.terms #>> '{dates,review}')::date, c.id
from contract c
where c.status in ('AWARDED', 'ACTIVE') and c.terms #>> '{dates,review}' is not null
  and (c.ending is null or c.terms #>> '{dates,review}' <= c.ending ->> 'date')
union all
select t.authority, t.contract_id, 'EXTENSION_NOTICE', t.notice_deadline, t.id
from extension_option_term t join contract c on c.id = t.contract_id
where t.contract_status in ('AWARDED', 'ACTIVE') and t.notice_deadline is not null and c.ending is null
union all
select t.authority, t.contract_id, 'BREAK_NOTICE', t.notice_deadline, t.id
from break_clause_term t join contract c on c.id = t.contract_id
where t.contract_status in ('AWARDED', 'ACTIVE') and c.ending is null;
