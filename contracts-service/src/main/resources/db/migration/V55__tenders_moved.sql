-- The pipeline by the day tenders are expected: found by the days contracts end, but for those whose tender was moved.
create index forward_plan_moved_tender on forward_plan (contract_id)
  where content -> 'moves' @> '[{"decision": "END", "code": "TENDER_NOTICE"}]';
comment on index forward_plan_moved_tender is 'The few contracts whose tender has a day of its own';
