-- The Act gives periods "beginning with" a day, which is the first of them: what was due on the day after is due a day earlier.
update duty_rule set unit = 'DAYS_BEGINNING_WITH'
where unit = 'DAYS' and amount > 0
  and code in ('CONTRACT_DETAILS', 'CONTRACT_COPY', 'PAYMENT_NOTICE', 'CONTRACT_TERMINATION')
  and regime in ('FULL_ACT', 'LIGHT_TOUCH');
update duty_rule set confidence = 'READ', source = 'Procurement Act 2023 s.53(3): ' || amount || ' days beginning with the day it is entered, above £5 million'
where code = 'CONTRACT_COPY';

update own_duty_rule set days = 29,
  source = 'Procurement Act 2023 s.69(1) and (3), Procurement Regulations 2024 reg. 38: 30 days beginning with 31 March or 30 September'
where code = 'PAYMENTS_COMPLIANCE';

-- What was worked out before follows at once.
select set_config('app.reach', 'system', true);
update duty set due_on = due_on - 1,
  reason = case when code = 'PAYMENT_NOTICE' then reason else rtrim(reason, '.') || ', that day counted.' end
where due_on is not null and regime in ('FULL_ACT', 'LIGHT_TOUCH')
  and code in ('CONTRACT_DETAILS', 'CONTRACT_COPY', 'PAYMENT_NOTICE', 'CONTRACT_TERMINATION');
update duty set due_on = due_on - 1 where code = 'PAYMENTS_COMPLIANCE' and due_on is not null;
