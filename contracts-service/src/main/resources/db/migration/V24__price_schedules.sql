-- What contracts cost: dated schedules that follow one another and never change.
create table price_schedule (
  id          uuid  primary key,
  authority   text  not null,
  contract_id uuid  not null constraint price_schedule_contract references contract on delete cascade,
  valid_from  date  not null,
  state       jsonb not null,
  constraint price_schedule_one_a_day unique (contract_id, valid_from)
);
comment on table price_schedule is 'What a contract costs from a day on until the next schedule; rows never change';
comment on column price_schedule.state is 'The schedule as published';

alter table price_schedule enable row level security;
alter table price_schedule force row level security;
create policy price_schedule_tenant on price_schedule
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
