-- Why: every field and every document type has a class before anything of it can be served (R-RC-04, DR-08).
-- Those not collected, or never served by an answer, are hidden from everybody: a later column starts closed.
insert into field_grade
  (field, effective_from, class, level, sensitive, mask_kind,
   for_customer, for_partner, for_client_manager, for_supervisor, for_compliance, for_auditor, approved_by)
values
  ('idValidUntil',        '2026-01-01+08', 'C2', 3, false, 'NONE', 'FULL', 'HIDDEN', 'W', 'W', 'W', 'HIDDEN', 'DR-08'),
  ('relation',            '2026-01-01+08', 'C2', 3, false, 'NONE', 'FULL', 'HIDDEN', 'FULL', 'FULL', 'W', 'HIDDEN', 'DR-08'),
  ('unmaskedValue',       '2026-01-01+08', 'C3', 4, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-07'),
  ('conflictingValue',    '2026-01-01+08', 'C2', 3, true,  'NONE', 'HIDDEN', 'HIDDEN', 'W', 'W', 'W', 'HIDDEN', 'R-RC-01'),
  ('caseText',            '2026-01-01+08', 'C2', 3, false, 'NONE', 'FULL', 'HIDDEN', 'HIDDEN', 'FULL', 'FULL', 'HIDDEN', 'DR-08'),
  ('consentFile',         '2026-01-01+08', 'C2', 3, false, 'NONE', 'FULL', 'P', 'W', 'W', 'FULL', 'FULL', 'DR-08'),
  ('complaintFile',       '2026-01-01+08', 'C2', 3, false, 'NONE', 'FULL', 'HIDDEN', 'HIDDEN', 'FULL', 'FULL', 'HIDDEN', 'DR-08'),
  ('accessLog',           '2026-01-01+08', 'C2', 3, false, 'NONE', 'FULL', 'P', 'HIDDEN', 'W', 'FULL', 'FULL', 'DR-13'),
  ('campaignItem',        '2026-01-01+08', 'C2', 3, false, 'NONE', 'FULL', 'P', 'W', 'W', 'FULL', 'FULL', 'R-RC-02'),
  ('correctionFile',      '2026-01-01+08', 'C2', 3, false, 'NONE', 'FULL', 'P', 'W', 'W', 'FULL', 'FULL', 'R-RC-03'),
  ('transferFile',        '2026-01-01+08', 'C2', 3, false, 'NONE', 'FULL', 'HIDDEN', 'HIDDEN', 'W', 'FULL', 'FULL', 'DR-12'),
  ('oneTimeCode',         '2026-01-01+08', 'C3', 4, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('loginCredential',     '2026-01-01+08', 'C3', 4, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('cardSecurityData',    '2026-01-01+08', 'C3', 4, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('biometric',           '2026-01-01+08', 'C3', 4, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('idDocumentImage',     '2026-01-01+08', 'C2', 4, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('locationTrack',       '2026-01-01+08', 'C2', 3, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('incomeAndAssets',     '2026-01-01+08', 'C2', 3, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('claimFile',           '2026-01-01+08', 'C3', 4, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('specificIdentity',    '2026-01-01+08', 'C3', 4, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('recording',           '2026-01-01+08', 'C2', 4, true,  'NEVER_SHOWN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'DR-08'),
  ('accountOpening',      '2026-01-01+08', 'C1', 2, false, 'NONE', 'FULL', 'HIDDEN', 'FULL', 'FULL', 'FULL', 'FULL', 'DR-08'),
  ('statistic',           '2026-01-01+08', 'C1', 2, false, 'NONE', 'HIDDEN', 'HIDDEN', 'HIDDEN', 'FULL', 'FULL', 'FULL', 'DR-08');
