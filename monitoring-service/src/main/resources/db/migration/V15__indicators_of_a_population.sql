-- The rest of the starter set after ASCOF 2024-25: measures of carers and of whole populations. A population's indicators suit no service's
-- plan by themselves (no service type has the keyword POPULATION); an authority chooses them for a strategy, or for a plan on purpose.
select set_config('app.reach', 'system', true); -- the owner too is bound by the row policy

insert into indicator (authority, code, title, outcome_code, outcome_title, level, unit, direction, baseline, target, tolerance, weight,
  numerator, denominator, service_keywords, valid_from, source)
values
  ('SHARED', 'ADJUSTED_QUALITY_OF_LIFE', 'Quality of life of people that services account for', 'QUALITY_OF_LIFE', 'A good quality of life',
   'POPULATION', 'SCORE', 'HIGHER_IS_BETTER', null, 0.4, 0.02, 1, null, null, '{POPULATION}', '2024-04-01', 'After ASCOF 2024-25, metric 1B'),
  ('SHARED', 'CARERS_QUALITY_OF_LIFE', 'Quality of life of unpaid carers', 'QUALITY_OF_LIFE', 'A good quality of life',
   'POPULATION', 'SCORE', 'HIGHER_IS_BETTER', null, 7.5, 0.3, 1, null, null, '{POPULATION}', '2024-04-01', 'After ASCOF 2024-25, metric 1C'),
  ('SHARED', 'CARERS_SATISFACTION', 'Unpaid carers who are satisfied with services', 'QUALITY_OF_LIFE', 'A good quality of life',
   'POPULATION', 'PERCENT', 'HIGHER_IS_BETTER', null, 40, 4, 1,
   'Carers asked who were very or extremely satisfied', 'Carers asked', '{POPULATION}', '2024-04-01', 'After ASCOF 2024-25, metric 1E'),
  ('SHARED', 'ADMISSIONS_18_64', 'Permanent admissions of people aged 18 to 64 to care homes', 'INDEPENDENCE', 'Living independently',
   'POPULATION', 'PER_100_000', 'LOWER_IS_BETTER', null, 15, 2, 1,
   'People aged 18 to 64 admitted for good', 'Population aged 18 to 64', '{POPULATION}', '2024-04-01', 'After ASCOF 2024-25, metric 2B'),
  ('SHARED', 'ADMISSIONS_65_OVER', 'Permanent admissions of people aged 65 and over to care homes', 'INDEPENDENCE', 'Living independently',
   'POPULATION', 'PER_100_000', 'LOWER_IS_BETTER', null, 550, 40, 1,
   'People aged 65 and over admitted for good', 'Population aged 65 and over', '{POPULATION}', '2024-04-01', 'After ASCOF 2024-25, metric 2C'),
  ('SHARED', 'LIVING_AT_HOME', 'People with long-term support who live at home or with family', 'INDEPENDENCE', 'Living independently',
   'POPULATION', 'PERCENT', 'HIGHER_IS_BETTER', null, 80, 4, 1,
   'People with long-term support living at home or with family', 'People with long-term support', '{POPULATION}', '2024-04-01', 'After ASCOF 2024-25, metric 2E'),
  ('SHARED', 'FINDING_INFORMATION', 'People who find it easy to get information about services', 'CHOICE_AND_CONTROL', 'Choice and control',
   'POPULATION', 'PERCENT', 'HIGHER_IS_BETTER', null, 68, 4, 1,
   'People asked who found it very or fairly easy', 'People asked who looked for information', '{POPULATION}', '2024-04-01', 'After ASCOF 2024-25, metric 3C'),
  ('SHARED', 'SELF_DIRECTED_SUPPORT', 'People with long-term support who direct it themselves or take a direct payment', 'CHOICE_AND_CONTROL', 'Choice and control',
   'POPULATION', 'PERCENT', 'HIGHER_IS_BETTER', null, 93, 3, 1,
   'People with a personal budget or direct payment', 'People with long-term support', '{POPULATION}', '2024-04-01', 'After ASCOF 2024-25, metric 3D'),
  ('SHARED', 'PROVIDERS_RATED_GOOD', 'Care providers rated good or outstanding by the regulator', 'CONTINUITY', 'Care that lasts and is well led',
   'POPULATION', 'PERCENT', 'HIGHER_IS_BETTER', null, 83, 3, 1,
   'Rated locations that are good or outstanding', 'Rated locations in the area', '{POPULATION}', '2024-04-01', 'After ASCOF 2024-25, metric 6B');
