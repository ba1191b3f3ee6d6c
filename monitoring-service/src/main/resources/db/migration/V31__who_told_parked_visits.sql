-- A visit that waits for its contract stays bound to what its sender may tell: when its contract comes, a provider's report changes no
-- other provider's visit of the same id.
alter table parked_visit add column told_by uuid;
comment on column parked_visit.told_by is 'The provider whose token told it; null when an officer or the topic did';
