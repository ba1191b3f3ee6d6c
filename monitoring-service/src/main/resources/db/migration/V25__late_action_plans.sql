-- A plan of action that is late is a cause of an alert.
alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check check (kind in ('BREACH', 'TREND', 'QUALITY_AFTER_CHANGE', 'RATING_FALL', 'EXPIRY',
  'MISSING_RETURN', 'MISSED_VISITS', 'ACTION_PLAN_LATE'));
create index action_plan_due on action_plan (next_due) where status = 'OPEN';
