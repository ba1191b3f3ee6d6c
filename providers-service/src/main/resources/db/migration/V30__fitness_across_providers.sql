-- What an authority has found about all its providers, in the order in which it ends.
alter table accreditation add column review_on date check (review_on between valid_from and expires_on);
comment on column accreditation.review_on is 'Day by which the evidence is to be examined again; an accreditation granted then replaces this one';

create index accreditation_by_expiry on accreditation (authority, expires_on, id);
create index accreditation_to_review on accreditation (authority, review_on) where status = 'GRANTED' and review_on is not null;
create index suspension_by_end on suspension (authority, ends_on, id);

create function provider_survivor(record uuid) returns uuid language sql stable as $$
  with recursive line(id, merged_into) as (
    select provider.id, provider.merged_into from provider where provider.id = record
    union
    select provider.id, provider.merged_into from provider join line on provider.id = line.merged_into
  )
  select id from line where merged_into is null
$$;
comment on function provider_survivor is 'The record that stands for a provider: itself or, when it is merged, the final survivor';
