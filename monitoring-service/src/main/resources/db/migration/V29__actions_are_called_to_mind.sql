-- An agreed action is called to mind some days before it is due.
insert into monitoring_rule (code, value, valid_from, source)
values ('ACTION_REMINDER_DAYS', 7, '2024-04-01', 'Project''s own: a working week is left to do it, and half the fourteen days after which an action is seriously late');

alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check check (kind in ('BREACH', 'TREND', 'QUALITY_AFTER_CHANGE', 'RATING_FALL', 'EXPIRY',
  'MISSING_RETURN', 'MISSED_VISITS', 'ACTION_PLAN_LATE', 'ACTION_DUE'));
