-- Continuity needs to know which carers a person met, not how often: adding what is there already then writes nothing, and what is
-- taken off is worked out again from the visits of the contract's month.
alter table visit_continuity drop column visits;
comment on table visit_continuity is 'Pairs of person and carer with a delivered visit within a figure; an empty carer stands for the person';
