-- Who may see how much of which data is law data, not code (DR-13, R-AC-01, promise 7): position x data class, in versions. A
-- field's grade (V6) may show less than its class allows, never more. No controller and no row-level security: the rule
-- is the same for every controller and holds nothing personal.
create table access_rule (
  data_class text not null,
  position text not null,
  effective_from date not null,
  shown text not null,
  unmask text not null,
  basis text not null,
  constraint access_rule_pk primary key (data_class, position, effective_from),
  constraint access_rule_position_known check
    (position in ('CUSTOMER', 'PARTNER', 'CLIENT_MANAGER', 'SUPERVISOR', 'COMPLIANCE', 'AUDITOR')),
  constraint access_rule_shown_known check (shown in ('FULL', 'W', 'P', 'HIDDEN')),
  constraint access_rule_unmask_known check (unmask in ('NO', 'YES', 'APPROVED')),
  constraint access_rule_unmask_for_staff check
    (unmask = 'NO' or position in ('CLIENT_MANAGER', 'SUPERVISOR', 'COMPLIANCE'))
);
comment on table access_rule is 'The matrix of DR-13: what each position may see of each class of data; effective-dated, the newest row in force counts. A position or class without a row sees nothing';
comment on column access_rule.data_class is 'Row of DR-13';
comment on column access_rule.position is 'Column of DR-13';
comment on column access_rule.effective_from is 'First day in Asia/Shanghai on which it holds';
comment on column access_rule.shown is 'Most that the position sees: FULL, W, P or HIDDEN';
comment on column access_rule.unmask is 'Whether one field of one person may be opened: NO, YES, or APPROVED by another person';
comment on column access_rule.basis is 'DR-13, or product default where DR-13 has no row';
revoke insert, update, delete, truncate on access_rule from records;
insert into access_rule (data_class, position, effective_from, shown, unmask, basis) values
  ('NAME_CONTACT', 'CUSTOMER', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('NAME_CONTACT', 'PARTNER', '2021-11-01', 'P', 'NO', 'DR-13'),
  ('NAME_CONTACT', 'CLIENT_MANAGER', '2021-11-01', 'W', 'YES', 'DR-13'),
  ('NAME_CONTACT', 'SUPERVISOR', '2021-11-01', 'W', 'YES', 'DR-13'),
  ('NAME_CONTACT', 'COMPLIANCE', '2021-11-01', 'W', 'YES', 'DR-13'),
  ('NAME_CONTACT', 'AUDITOR', '2021-11-01', 'P', 'NO', 'DR-13'),
  ('ID_NUMBER', 'CUSTOMER', '2021-11-01', 'W', 'NO', 'DR-13'),
  ('ID_NUMBER', 'PARTNER', '2021-11-01', 'P', 'NO', 'DR-13'),
  ('ID_NUMBER', 'CLIENT_MANAGER', '2021-11-01', 'W', 'YES', 'DR-13'),
  ('ID_NUMBER', 'SUPERVISOR', '2021-11-01', 'W', 'YES', 'DR-13'),
  ('ID_NUMBER', 'COMPLIANCE', '2021-11-01', 'W', 'YES', 'DR-13'),
  ('ID_NUMBER', 'AUDITOR', '2021-11-01', 'HIDDEN', 'NO', 'DR-13'),
  ('POLICY', 'CUSTOMER', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('POLICY', 'PARTNER', '2021-11-01', 'P', 'NO', 'DR-13'),
  ('POLICY', 'CLIENT_MANAGER', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('POLICY', 'SUPERVISOR', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('POLICY', 'COMPLIANCE', '2021-11-01', 'W', 'NO', 'DR-13'),
  ('POLICY', 'AUDITOR', '2021-11-01', 'P', 'NO', 'DR-13'),
  ('BANK_ACCOUNT', 'CUSTOMER', '2021-11-01', 'W', 'NO', 'DR-13'),
  ('BANK_ACCOUNT', 'PARTNER', '2021-11-01', 'HIDDEN', 'NO', 'DR-13'),
  ('BANK_ACCOUNT', 'CLIENT_MANAGER', '2021-11-01', 'W', 'NO', 'DR-13'),
  ('BANK_ACCOUNT', 'SUPERVISOR', '2021-11-01', 'W', 'NO', 'DR-13'),
  ('BANK_ACCOUNT', 'COMPLIANCE', '2021-11-01', 'W', 'YES', 'DR-13'),
  ('BANK_ACCOUNT', 'AUDITOR', '2021-11-01', 'HIDDEN', 'NO', 'DR-13'),
  ('HEALTH', 'CUSTOMER', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('HEALTH', 'PARTNER', '2021-11-01', 'HIDDEN', 'NO', 'DR-13'),
  ('HEALTH', 'CLIENT_MANAGER', '2021-11-01', 'HIDDEN', 'APPROVED', 'DR-13'),
  ('HEALTH', 'SUPERVISOR', '2021-11-01', 'HIDDEN', 'YES', 'DR-13'),
  ('HEALTH', 'COMPLIANCE', '2021-11-01', 'HIDDEN', 'APPROVED', 'DR-13'),
  ('HEALTH', 'AUDITOR', '2021-11-01', 'HIDDEN', 'NO', 'DR-13'),
  ('CONSENT_HISTORY', 'CUSTOMER', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('CONSENT_HISTORY', 'PARTNER', '2021-11-01', 'P', 'NO', 'DR-13'),
  ('CONSENT_HISTORY', 'CLIENT_MANAGER', '2021-11-01', 'W', 'NO', 'DR-13'),
  ('CONSENT_HISTORY', 'SUPERVISOR', '2021-11-01', 'W', 'NO', 'DR-13'),
  ('CONSENT_HISTORY', 'COMPLIANCE', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('CONSENT_HISTORY', 'AUDITOR', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('ACCESS_LOG', 'CUSTOMER', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('ACCESS_LOG', 'PARTNER', '2021-11-01', 'P', 'NO', 'DR-13'),
  ('ACCESS_LOG', 'CLIENT_MANAGER', '2021-11-01', 'HIDDEN', 'NO', 'DR-13'),
  ('ACCESS_LOG', 'SUPERVISOR', '2021-11-01', 'W', 'NO', 'DR-13'),
  ('ACCESS_LOG', 'COMPLIANCE', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('ACCESS_LOG', 'AUDITOR', '2021-11-01', 'FULL', 'NO', 'DR-13'),
  ('CASE_FILE', 'CUSTOMER', '2021-11-01', 'FULL', 'NO', 'product default'),
  ('CASE_FILE', 'PARTNER', '2021-11-01', 'P', 'NO', 'product default'),
  ('CASE_FILE', 'CLIENT_MANAGER', '2021-11-01', 'W', 'NO', 'product default'),
  ('CASE_FILE', 'SUPERVISOR', '2021-11-01', 'FULL', 'NO', 'product default'),
  ('CASE_FILE', 'COMPLIANCE', '2021-11-01', 'FULL', 'NO', 'product default'),
  ('CASE_FILE', 'AUDITOR', '2021-11-01', 'FULL', 'NO', 'product default'),
  ('COMPANY', 'CUSTOMER', '2021-11-01', 'FULL', 'NO', 'product default'),
  ('COMPANY', 'PARTNER', '2021-11-01', 'HIDDEN', 'NO', 'product default'),
  ('COMPANY', 'CLIENT_MANAGER', '2021-11-01', 'FULL', 'NO', 'product default'),
  ('COMPANY', 'SUPERVISOR', '2021-11-01', 'FULL', 'NO', 'product default'),
  ('COMPANY', 'COMPLIANCE', '2021-11-01', 'FULL', 'NO', 'product default'),
  ('COMPANY', 'AUDITOR', '2021-11-01', 'FULL', 'NO', 'product default'),
  ('SECRET', 'CUSTOMER', '2021-11-01', 'HIDDEN', 'NO', 'DR-08'),
  ('SECRET', 'PARTNER', '2021-11-01', 'HIDDEN', 'NO', 'DR-08'),
  ('SECRET', 'CLIENT_MANAGER', '2021-11-01', 'HIDDEN', 'NO', 'DR-08'),
  ('SECRET', 'SUPERVISOR', '2021-11-01', 'HIDDEN', 'NO', 'DR-08'),
  ('SECRET', 'COMPLIANCE', '2021-11-01', 'HIDDEN', 'NO', 'DR-08'),
  ('SECRET', 'AUDITOR', '2021-11-01', 'HIDDEN', 'NO', 'DR-08');

create table field_class (
  field text not null,
  data_class text not null,
  constraint field_class_pk primary key (field)
);
comment on table field_class is 'Which row of DR-13 a field of the catalogue belongs to; a field without one is shown to nobody';
comment on column field_class.field is 'Field as the catalogue names it';
comment on column field_class.data_class is 'Row of DR-13';
revoke insert, update, delete, truncate on field_class from records;
insert into field_class (field, data_class) values
  ('name', 'NAME_CONTACT'),
  ('gender', 'NAME_CONTACT'),
  ('birthDate', 'NAME_CONTACT'),
  ('nationality', 'NAME_CONTACT'),
  ('occupation', 'NAME_CONTACT'),
  ('idType', 'NAME_CONTACT'),
  ('idValidUntil', 'NAME_CONTACT'),
  ('mobile', 'NAME_CONTACT'),
  ('email', 'NAME_CONTACT'),
  ('address', 'NAME_CONTACT'),
  ('idNumber', 'ID_NUMBER'),
  ('policies.number', 'POLICY'),
  ('policies.product', 'POLICY'),
  ('policies.insurer', 'POLICY'),
  ('policies.startOn', 'POLICY'),
  ('policies.endOn', 'POLICY'),
  ('policies.sumInsured', 'POLICY'),
  ('policies.premium', 'POLICY'),
  ('policies.role', 'POLICY'),
  ('relation', 'POLICY'),
  ('bankAccount', 'BANK_ACCOUNT'),
  ('healthNote', 'HEALTH'),
  ('consentFile', 'CONSENT_HISTORY'),
  ('accessLog', 'ACCESS_LOG'),
  ('caseText', 'CASE_FILE'),
  ('complaintFile', 'CASE_FILE'),
  ('campaignItem', 'CASE_FILE'),
  ('correctionFile', 'CASE_FILE'),
  ('transferFile', 'CASE_FILE'),
  ('conflictingValue', 'CASE_FILE'),
  ('accountOpening', 'COMPANY'),
  ('statistic', 'COMPANY'),
  ('unmaskedValue', 'SECRET'),
  ('oneTimeCode', 'SECRET'),
  ('loginCredential', 'SECRET'),
  ('cardSecurityData', 'SECRET'),
  ('biometric', 'SECRET'),
  ('idDocumentImage', 'SECRET'),
  ('locationTrack', 'SECRET'),
  ('incomeAndAssets', 'SECRET'),
  ('claimFile', 'SECRET'),
  ('specificIdentity', 'SECRET'),
  ('recording', 'SECRET');
