-- A contract review agrees actions, too: they are an action plan like those that answer an assessment or a concern.
alter table action_plan add column review_id uuid generated always as ((state ->> 'reviewId')::uuid) stored
  constraint action_plan_one_per_review unique;
comment on column action_plan.review_id is 'The contract review at which it was agreed';

create view agreed_action with (security_invoker = true) as
select p.authority, p.id as plan_id, p.contract_id, p.provider_id, p.assessment_id, (p.state ->> 'concernId')::uuid as concern_id, p.review_id,
  p.status as plan_status, p.next_due, x.value ->> 'id' as action_id, x.value ->> 'status' as status, x.value ->> 'dueOn' as due_on,
  x.value ->> 'owner' as owner, x.value ->> 'shortfall' as shortfall, x.value as action
from action_plan p cross join lateral jsonb_array_elements(p.state -> 'actions') x;
comment on view agreed_action is 'Each action of each plan; days are ISO dates as text, which sort as dates do';
