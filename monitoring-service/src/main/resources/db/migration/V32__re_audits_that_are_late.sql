-- A day by which shortfalls were to be looked at again has passed, and nobody did.
alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check check (kind in ('BREACH', 'TREND', 'QUALITY_AFTER_CHANGE', 'RATING_FALL', 'EXPIRY',
  'MISSING_RETURN', 'MISSED_VISITS', 'ACTION_PLAN_LATE', 'ACTION_DUE', 'RE_AUDIT_LATE'));
