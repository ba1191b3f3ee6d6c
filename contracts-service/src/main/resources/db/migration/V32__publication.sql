-- Names of councils, so that publications name the buyer and not only its code.
create table authority_name (
  gss_code   text primary key check (gss_code ~ '^[EWSN][0-9]{8}$'),
  name       text not null,
  kind       text not null,
  valid_from date,
  valid_to   date,
  source     text not null
);
comment on table authority_name is 'English councils by GSS code; codes of former councils stay, because old contracts have them';
comment on column authority_name.valid_from is 'First day of the code where that is known; a name follows its code for ever';

insert into authority_name (gss_code, name, kind, source)
select code, name, kind, 'ONS Register of Geographic Codes' from (values
  ('E06000001', 'Hartlepool', 'UNITARY'),
  ('E06000002', 'Middlesbrough', 'UNITARY'),
  ('E06000003', 'Redcar and Cleveland', 'UNITARY'),
  ('E06000004', 'Stockton-on-Tees', 'UNITARY'),
  ('E06000005', 'Darlington', 'UNITARY'),
  ('E06000006', 'Halton', 'UNITARY'),
  ('E06000007', 'Warrington', 'UNITARY'),
  ('E06000008', 'Blackburn with Darwen', 'UNITARY'),
  ('E06000009', 'Blackpool', 'UNITARY'),
  ('E06000010', 'Kingston upon Hull, City of', 'UNITARY'),
  ('E06000011', 'East Riding of Yorkshire', 'UNITARY'),
  ('E06000012', 'North East Lincolnshire', 'UNITARY'),
  ('E06000013', 'North Lincolnshire', 'UNITARY'),
  ('E06000014', 'York', 'UNITARY'),
  ('E06000015', 'Derby', 'UNITARY'),
  ('E06000016', 'Leicester', 'UNITARY'),
  ('E06000017', 'Rutland', 'UNITARY'),
  ('E06000018', 'Nottingham', 'UNITARY'),
  ('E06000019', 'Herefordshire, County of', 'UNITARY'),
  ('E06000020', 'Telford and Wrekin', 'UNITARY'),
  ('E06000021', 'Stoke-on-Trent', 'UNITARY'),
  ('E06000022', 'Bath and North East Somerset', 'UNITARY'),
  ('E06000023', 'Bristol, City of', 'UNITARY'),
  ('E06000024', 'North Somerset', 'UNITARY'),
  ('E06000025', 'South Gloucestershire', 'UNITARY'),
  ('E06000026', 'Plymouth', 'UNITARY'),
  ('E06000027', 'Torbay', 'UNITARY'),
  ('E06000028', 'Bournemouth', 'UNITARY'),
  ('E06000029', 'Poole', 'UNITARY'),
  ('E06000030', 'Swindon', 'UNITARY'),
  ('E06000031', 'Peterborough', 'UNITARY'),
  ('E06000032', 'Luton', 'UNITARY'),
  ('E06000033', 'Southend-on-Sea', 'UNITARY'),
  ('E06000034', 'Thurrock', 'UNITARY'),
  ('E06000035', 'Medway', 'UNITARY'),
  ('E06000036', 'Bracknell Forest', 'UNITARY'),
  ('E06000037', 'West Berkshire', 'UNITARY'),
  ('E06000038', 'Reading', 'UNITARY'),
  ('E06000039', 'Slough', 'UNITARY'),
  ('E06000040', 'Windsor and Maidenhead', 'UNITARY'),
  ('E06000041', 'Wokingham', 'UNITARY'),
  ('E06000042', 'Milton Keynes', 'UNITARY'),
  ('E06000043', 'Brighton and Hove', 'UNITARY'),
  ('E06000044', 'Portsmouth', 'UNITARY'),
  ('E06000045', 'Southampton', 'UNITARY'),
  ('E06000046', 'Isle of Wight', 'UNITARY'),
  ('E06000047', 'County Durham', 'UNITARY'),
  ('E06000049', 'Cheshire East', 'UNITARY'),
  ('E06000050', 'Cheshire West and Chester', 'UNITARY'),
  ('E06000051', 'Shropshire', 'UNITARY'),
  ('E06000052', 'Cornwall', 'UNITARY'),
  ('E06000053', 'Isles of Scilly', 'UNITARY'),
  ('E06000054', 'Wiltshire', 'UNITARY'),
  ('E06000055', 'Bedford', 'UNITARY'),
  ('E06000056', 'Central Bedfordshire', 'UNITARY'),
  ('E06000057', 'Northumberland', 'UNITARY'),
  ('E06000058', 'Bournemouth, Christchurch and Poole', 'UNITARY'),
  ('E06000059', 'Dorset', 'UNITARY'),
  ('E06000060', 'Buckinghamshire', 'UNITARY'),
  ('E06000063', 'Cumberland', 'UNITARY'),
  ('E06000064', 'Westmorland and Furness', 'UNITARY'),
  ('E06000065', 'North Yorkshire', 'UNITARY'),
  ('E06000066', 'Somerset', 'UNITARY'),
  ('E07000117', 'Burnley', 'DISTRICT'),
  ('E07000118', 'Chorley', 'DISTRICT'),
  ('E07000119', 'Fylde', 'DISTRICT'),
  ('E07000120', 'Hyndburn', 'DISTRICT'),
  ('E07000121', 'Lancaster', 'DISTRICT'),
  ('E07000122', 'Pendle', 'DISTRICT'),
  ('E07000123', 'Preston', 'DISTRICT'),
  ('E07000124', 'Ribble Valley', 'DISTRICT'),
  ('E07000125', 'Rossendale', 'DISTRICT'),
  ('E07000126', 'South Ribble', 'DISTRICT'),
  ('E07000127', 'West Lancashire', 'DISTRICT'),
  ('E07000128', 'Wyre', 'DISTRICT'),
  ('E08000001', 'Bolton', 'METROPOLITAN_DISTRICT'),
  ('E08000002', 'Bury', 'METROPOLITAN_DISTRICT'),
  ('E08000003', 'Manchester', 'METROPOLITAN_DISTRICT'),
  ('E08000004', 'Oldham', 'METROPOLITAN_DISTRICT'),
  ('E08000005', 'Rochdale', 'METROPOLITAN_DISTRICT'),
  ('E08000006', 'Salford', 'METROPOLITAN_DISTRICT'),
  ('E08000007', 'Stockport', 'METROPOLITAN_DISTRICT'),
  ('E08000008', 'Tameside', 'METROPOLITAN_DISTRICT'),
  ('E08000009', 'Trafford', 'METROPOLITAN_DISTRICT'),
  ('E08000010', 'Wigan', 'METROPOLITAN_DISTRICT'),
  ('E08000011', 'Knowsley', 'METROPOLITAN_DISTRICT'),
  ('E08000012', 'Liverpool', 'METROPOLITAN_DISTRICT'),
  ('E08000013', 'St. Helens', 'METROPOLITAN_DISTRICT'),
  ('E08000014', 'Sefton', 'METROPOLITAN_DISTRICT'),
  ('E08000015', 'Wirral', 'METROPOLITAN_DISTRICT'),
  ('E08000016', 'Barnsley', 'METROPOLITAN_DISTRICT'),
  ('E08000017', 'Doncaster', 'METROPOLITAN_DISTRICT'),
  ('E08000018', 'Rotherham', 'METROPOLITAN_DISTRICT'),
  ('E08000019', 'Sheffield', 'METROPOLITAN_DISTRICT'),
  ('E08000021', 'Newcastle upon Tyne', 'METROPOLITAN_DISTRICT'),
  ('E08000022', 'North Tyneside', 'METROPOLITAN_DISTRICT'),
  ('E08000023', 'South Tyneside', 'METROPOLITAN_DISTRICT'),
  ('E08000024', 'Sunderland', 'METROPOLITAN_DISTRICT'),
  ('E08000025', 'Birmingham', 'METROPOLITAN_DISTRICT'),
  ('E08000026', 'Coventry', 'METROPOLITAN_DISTRICT'),
  ('E08000027', 'Dudley', 'METROPOLITAN_DISTRICT'),
  ('E08000028', 'Sandwell', 'METROPOLITAN_DISTRICT'),
  ('E08000029', 'Solihull', 'METROPOLITAN_DISTRICT'),
  ('E08000030', 'Walsall', 'METROPOLITAN_DISTRICT'),
  ('E08000031', 'Wolverhampton', 'METROPOLITAN_DISTRICT'),
  ('E08000032', 'Bradford', 'METROPOLITAN_DISTRICT'),
  ('E08000033', 'Calderdale', 'METROPOLITAN_DISTRICT'),
  ('E08000034', 'Kirklees', 'METROPOLITAN_DISTRICT'),
  ('E08000035', 'Leeds', 'METROPOLITAN_DISTRICT'),
  ('E08000036', 'Wakefield', 'METROPOLITAN_DISTRICT'),
  ('E08000037', 'Gateshead', 'METROPOLITAN_DISTRICT'),
  ('E09000001', 'City of London', 'LONDON_BOROUGH'),
  ('E09000002', 'Barking and Dagenham', 'LONDON_BOROUGH'),
  ('E09000003', 'Barnet', 'LONDON_BOROUGH'),
  ('E09000004', 'Bexley', 'LONDON_BOROUGH'),
  ('E09000005', 'Brent', 'LONDON_BOROUGH'),
  ('E09000006', 'Bromley', 'LONDON_BOROUGH'),
  ('E09000007', 'Camden', 'LONDON_BOROUGH'),
  ('E09000008', 'Croydon', 'LONDON_BOROUGH'),
  ('E09000009', 'Ealing', 'LONDON_BOROUGH'),
  ('E09000010', 'Enfield', 'LONDON_BOROUGH'),
  ('E09000011', 'Greenwich', 'LONDON_BOROUGH'),
  ('E09000012', 'Hackney', 'LONDON_BOROUGH'),
  ('E09000013', 'Hammersmith and Fulham', 'LONDON_BOROUGH'),
  ('E09000014', 'Haringey', 'LONDON_BOROUGH'),
  ('E09000015', 'Harrow', 'LONDON_BOROUGH'),
  ('E09000016', 'Havering', 'LONDON_BOROUGH'),
  ('E09000017', 'Hillingdon', 'LONDON_BOROUGH'),
  ('E09000018', 'Hounslow', 'LONDON_BOROUGH'),
  ('E09000019', 'Islington', 'LONDON_BOROUGH'),
  ('E09000020', 'Kensington and Chelsea', 'LONDON_BOROUGH'),
  ('E09000022', 'Lambeth', 'LONDON_BOROUGH'),
  ('E09000023', 'Lewisham', 'LONDON_BOROUGH'),
  ('E09000024', 'Merton', 'LONDON_BOROUGH'),
  ('E09000025', 'Newham', 'LONDON_BOROUGH'),
  ('E09000026', 'Redbridge', 'LONDON_BOROUGH'),
  ('E09000028', 'Southwark', 'LONDON_BOROUGH'),
  ('E09000029', 'Sutton', 'LONDON_BOROUGH'),
  ('E09000030', 'Tower Hamlets', 'LONDON_BOROUGH'),
  ('E09000031', 'Waltham Forest', 'LONDON_BOROUGH'),
  ('E09000032', 'Wandsworth', 'LONDON_BOROUGH'),
  ('E09000033', 'Westminster', 'LONDON_BOROUGH'),
  ('E10000003', 'Cambridgeshire', 'COUNTY'),
  ('E10000006', 'Cumbria', 'COUNTY'),
  ('E10000007', 'Derbyshire', 'COUNTY'),
  ('E10000008', 'Devon', 'COUNTY'),
  ('E10000009', 'Dorset', 'COUNTY'),
  ('E10000011', 'East Sussex', 'COUNTY'),
  ('E10000012', 'Essex', 'COUNTY'),
  ('E10000013', 'Gloucestershire', 'COUNTY'),
  ('E10000014', 'Hampshire', 'COUNTY'),
  ('E10000015', 'Hertfordshire', 'COUNTY'),
  ('E10000016', 'Kent', 'COUNTY'),
  ('E10000017', 'Lancashire', 'COUNTY'),
  ('E10000018', 'Leicestershire', 'COUNTY'),
  ('E10000019', 'Lincolnshire', 'COUNTY'),
  ('E10000020', 'Norfolk', 'COUNTY'),
  ('E10000021', 'Northamptonshire', 'COUNTY'),
  ('E10000024', 'Nottinghamshire', 'COUNTY'),
  ('E10000025', 'Oxfordshire', 'COUNTY'),
  ('E10000028', 'Staffordshire', 'COUNTY'),
  ('E10000029', 'Suffolk', 'COUNTY'),
  ('E10000030', 'Surrey', 'COUNTY'),
  ('E10000031', 'Warwickshire', 'COUNTY'),
  ('E10000032', 'West Sussex', 'COUNTY'),
  ('E10000034', 'Worcestershire', 'COUNTY')
) as council(code, name, kind);

-- The register as it was published at a moment: quarterly, and whenever an authority takes one.
create table register_snapshot (
  id         uuid        primary key,
  authority  text        not null,
  label      text        not null,
  status     text        not null check (status in ('TAKING', 'PUBLISHED')),
  taken_at   timestamptz not null,
  entries    bigint      not null default 0,
  constraint register_snapshot_label unique (authority, label)
);
comment on table register_snapshot is 'A citable state of an authority''s public register; never changes once published';
comment on column register_snapshot.label is 'Quarter such as 2026-Q3, or the moment it was taken on demand';

create table register_snapshot_entry (
  snapshot_id uuid   not null constraint register_snapshot_entry_of references register_snapshot on delete cascade,
  no          bigint not null,
  authority   text   not null,
  contract_id uuid   not null,
  entry       jsonb  not null,
  constraint register_snapshot_entry_pk primary key (snapshot_id, no)
);
comment on table register_snapshot_entry is 'Entries as published; what is exempted later is left out when they are read';

create table contract_metrics (
  id          uuid   primary key,
  authority   text   not null,
  contract_id uuid   not null,
  version     bigint not null,
  state       jsonb  not null
);
comment on table contract_metrics is 'What a contract is measured by, from its monitoring plan, as last published';
create index contract_metrics_by_contract on contract_metrics (contract_id);

alter table register_snapshot enable row level security;
alter table register_snapshot force row level security;
create policy register_snapshot_tenant on register_snapshot
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system'
         or (current_setting('app.reach', true) = 'public' and status = 'PUBLISHED'))
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table register_snapshot_entry enable row level security;
alter table register_snapshot_entry force row level security;
create policy register_snapshot_entry_tenant on register_snapshot_entry
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) in ('system', 'public'))
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');

alter table contract_metrics enable row level security;
alter table contract_metrics force row level security;
create policy contract_metrics_tenant on contract_metrics
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system')
  with check (authority = current_setting('app.authority', true)
              or current_setting('app.reach', true) = 'system');
