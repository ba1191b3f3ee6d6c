-- Notice may be given in time and recorded later: what lapsed only for want of it can still be taken.
select set_config('app.reach', 'system', true);
alter table extension_option add column notice_missed date;
comment on column extension_option.notice_missed is 'Deadline by which nobody told of notice, for which it lapsed; null in every other case';
update extension_option
set notice_missed = substring(lapsed_because from '^No notice was given by (\d{4}-\d{2}-\d{2})\.$')::date
where status = 'LAPSED' and lapsed_because ~ '^No notice was given by \d{4}-\d{2}-\d{2}\.$';
