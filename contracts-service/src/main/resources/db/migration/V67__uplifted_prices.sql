-- When the variation of an uplift comes into force, the contract's price schedule rises with it.
alter table uplift_approval add column percent numeric;
comment on column uplift_approval.percent is 'By how much prices rise, exact; null where it was approved before this was kept';
