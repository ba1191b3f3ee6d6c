create table feedback_theme (
  code     text   primary key,
  title    text   not null,
  keywords text[] not null
);
comment on table feedback_theme is 'Themes of feedback and the words that suggest them, the same for every authority, so without row policy';

insert into feedback_theme (code, title, keywords)
values
  ('TIMELINESS', 'Coming on time and staying long enough', '{late,on time,early,waited,waiting,rushed,short visit,too short,minutes,missed,did not come,never came}'),
  ('STAFF', 'Kind and respectful staff', '{kind,rude,respect,friendly,lovely,smile,polite,attitude,shouted,wonderful}'),
  ('CONTINUITY', 'Knowing who comes', '{different carer,every week,new face,same carer,strangers,change every,changes of}'),
  ('SKILL', 'Trained and able staff', '{trained,training,did not know how,hoist,skill,experienced}'),
  ('MEDICINES', 'Medicines', '{medicine,medication,tablet,pills,dose}'),
  ('FOOD', 'Food and drink', '{food,meal,lunch,dinner,breakfast,drink,tea,hungry,thirsty}'),
  ('CLEANLINESS', 'Clean and pleasant places', '{clean,dirty,smell,hygiene,laundry}'),
  ('SAFETY', 'Feeling safe', '{safe,unsafe,fall,fell,hurt,bruise,frightened,afraid}'),
  ('COMMUNICATION', 'Being told and being heard', '{phone,call,rang,told,listen,answer,complain,letter,informed}'),
  ('CHOICE', 'Deciding for oneself', '{choice,choose,decide,asked me,my way,want}'),
  ('COST', 'What it costs', '{bill,cost,charge,pay,invoice,money}');

create table feedback (
  id          uuid   primary key,
  authority   text   not null,
  version     bigint not null check (version > 0),
  state       jsonb  not null,
  contract_id uuid   generated always as ((state ->> 'contractId')::uuid) stored,
  provider_id uuid   generated always as ((state ->> 'providerId')::uuid) stored,
  status      text   generated always as (state ->> 'status') stored check (status in ('RECEIVED', 'ANSWERED', 'PUBLISHED')),
  score       int    generated always as ((state ->> 'score')::int) stored check (score between 1 and 5),
  received_on text   generated always as (state ->> 'receivedOn') stored,
  themes      jsonb  generated always as (state -> 'themes') stored
);
comment on table feedback is 'What people and carers said, with identities taken out before it was kept';
comment on column feedback.received_on is 'ISO date as text, which sorts as dates do';
create index feedback_list on feedback (authority, id);
create index feedback_contract on feedback (contract_id, received_on);
create index feedback_published on feedback (authority, id) where status = 'PUBLISHED';

alter table feedback enable row level security;
alter table feedback force row level security;
create policy feedback_tenant on feedback
  using (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system'
    or (current_setting('app.reach', true) = 'public' and status = 'PUBLISHED'))
  with check (authority = current_setting('app.authority', true) or current_setting('app.reach', true) = 'system');
