-- Organisations that registers and directories name and that only a person can tell from others.
create table named_organisation (
  id          uuid        primary key,
  version     bigint      not null check (version > 0),
  authority   text        not null,
  name        text        not null,
  named       jsonb       not null,
  source      text        not null,
  status      text        not null check (status in ('REVIEW', 'MATCHED')),
  provider_id uuid        constraint fk_named_organisation_provider references provider,
  explanation text[]      not null default '{}',
  candidates  uuid[]      not null default '{}',
  locations   uuid[]      not null default '{}',
  decided_by  text,
  named_at    timestamptz not null,
  decided_at  timestamptz,
  constraint named_organisation_decided check
    ((status = 'MATCHED') = (provider_id is not null) and (status = 'MATCHED') = (decided_by is not null))
);
comment on table named_organisation is 'An organisation as a register names it, when more than one provider record may be meant; the decision answers every later file';
comment on column named_organisation.authority is 'Who imported the file first; provider records are kept in common, so any authority may decide';
comment on column named_organisation.named is 'What the register says: name, identifiers, postcode and further facts';
comment on column named_organisation.locations is 'Locations it runs, which get their provider with the decision';
create index named_organisation_to_review on named_organisation (id) where status = 'REVIEW';
create index named_organisation_by_provider on named_organisation (provider_id) where provider_id is not null;

alter table named_organisation enable row level security;
alter table named_organisation force row level security;
create policy named_organisation_shared on named_organisation using (true)
  with check (current_setting('app.authority', true) <> '' or current_setting('app.reach', true) = 'system');
