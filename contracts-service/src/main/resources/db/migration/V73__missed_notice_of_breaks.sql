-- A break clause that lapsed only for want of notice can still be taken by notice given in time, as an option can (V65).
select set_config('app.reach', 'system', true);
alter table break_clause add column notice_missed date;
comment on column break_clause.notice_missed is 'Deadline by which nobody told of notice, for which it lapsed; null in every other case';
update break_clause
set notice_missed = substring(lapsed_because from '^No notice was given by (\d{4}-\d{2}-\d{2})\.$')::date
where status = 'LAPSED' and lapsed_because ~ '^No notice was given by \d{4}-\d{2}-\d{2}\.$';
