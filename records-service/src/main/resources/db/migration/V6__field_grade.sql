-- Why: no field is served unless it is classified (R-RC-04), and how much of it each kind of caller sees is
-- data, not code (DR-07, DR-08, DR-13): a new row re-grades a field from its moment on, without a deployment.
-- No controller and no row-level security: the grades follow the standards (JR/T 0171, JR/T 0197), they are
-- the same for every controller and hold nothing personal.
create table field_grade (
  field text not null,
  effective_from timestamptz not null,
  class text not null,
  level integer not null,
  sensitive boolean not null,
  mask_kind text not null,
  for_customer text not null,
  for_partner text not null,
  for_client_manager text not null,
  for_supervisor text not null,
  for_compliance text not null,
  for_auditor text not null,
  approved_by text not null,
  constraint field_grade_pk primary key (field, effective_from),
  constraint field_grade_class_known check (class in ('C1', 'C2', 'C3')),
  constraint field_grade_level_known check (level between 1 and 5),
  constraint field_grade_shown_known check (
    array[for_customer, for_partner, for_client_manager, for_supervisor, for_compliance, for_auditor]
      <@ array['FULL', 'W', 'P', 'HIDDEN']),
  constraint field_grade_partner_masked check (for_partner in ('P', 'HIDDEN') or mask_kind = 'NONE')
);
comment on table field_grade is 'Classification of each served field (DR-08), versioned: the newest row in force counts.';
comment on column field_grade.field is 'Field name on the wire; policies.number for a part of a list.';
comment on column field_grade.effective_from is 'First moment at which the grade holds.';
comment on column field_grade.class is 'JR/T 0171 class.';
comment on column field_grade.level is 'JR/T 0197 level.';
comment on column field_grade.sensitive is 'Sensitive personal information (PIPL 28), or treated so.';
comment on column field_grade.mask_kind is 'Row of DR-07 that masks the field; NONE where DR-07 masks nothing.';
comment on column field_grade.for_customer is 'What the person herself sees: FULL, W, P or HIDDEN (DR-13).';
comment on column field_grade.for_partner is 'What a partner with consent sees; never FULL where a mask exists.';
comment on column field_grade.for_client_manager is 'What the assigned client manager sees.';
comment on column field_grade.for_supervisor is 'What the supervisor sees.';
comment on column field_grade.for_compliance is 'What the compliance officer sees.';
comment on column field_grade.for_auditor is 'What the auditor sees.';
comment on column field_grade.approved_by is 'Who approved the grade.';
revoke update, delete, truncate on field_grade from records;
create trigger field_grade_append_only before update or truncate on field_grade
  for each statement execute function refuse_change();

insert into field_grade
  (field, effective_from, class, level, sensitive, mask_kind,
   for_customer, for_partner, for_client_manager, for_supervisor, for_compliance, for_auditor, approved_by)
values
  ('name',                '2026-01-01+08', 'C2', 3, false, 'NAME',            'FULL', 'P', 'W', 'W', 'W', 'P', 'DR-08'),
  ('gender',              '2026-01-01+08', 'C2', 3, false, 'NONE',            'FULL', 'P', 'W', 'W', 'W', 'P', 'DR-08'),
  ('birthDate',           '2026-01-01+08', 'C2', 3, false, 'BIRTH_DATE',      'FULL', 'P', 'W', 'W', 'W', 'P', 'DR-08'),
  ('nationality',         '2026-01-01+08', 'C2', 3, false, 'NONE',            'FULL', 'HIDDEN', 'W', 'W', 'W', 'P', 'DR-08'),
  ('occupation',          '2026-01-01+08', 'C2', 3, false, 'NONE',            'FULL', 'HIDDEN', 'W', 'W', 'W', 'P', 'DR-08'),
  ('idType',              '2026-01-01+08', 'C2', 3, false, 'NONE',            'FULL', 'P', 'W', 'W', 'W', 'P', 'DR-08'),
  ('idNumber',            '2026-01-01+08', 'C2', 3, true,  'IDENTITY_NUMBER', 'W', 'P', 'W', 'W', 'W', 'HIDDEN', 'DR-08'),
  ('mobile',              '2026-01-01+08', 'C2', 3, false, 'TELEPHONE',       'FULL', 'P', 'W', 'W', 'W', 'P', 'DR-08'),
  ('email',               '2026-01-01+08', 'C2', 3, false, 'EMAIL',           'FULL', 'P', 'W', 'W', 'W', 'P', 'DR-08'),
  ('address',             '2026-01-01+08', 'C2', 3, false, 'ADDRESS',         'FULL', 'P', 'W', 'W', 'W', 'P', 'DR-08'),
  ('policies.number',     '2026-01-01+08', 'C2', 3, false, 'POLICY_NUMBER',   'FULL', 'P', 'FULL', 'FULL', 'W', 'P', 'DR-08'),
  ('policies.product',    '2026-01-01+08', 'C2', 3, false, 'NONE',            'FULL', 'P', 'FULL', 'FULL', 'W', 'P', 'DR-08'),
  ('policies.insurer',    '2026-01-01+08', 'C2', 3, false, 'ORGANISATION',    'FULL', 'P', 'FULL', 'FULL', 'W', 'P', 'DR-08'),
  ('policies.startOn',    '2026-01-01+08', 'C2', 3, false, 'NONE',            'FULL', 'P', 'FULL', 'FULL', 'W', 'P', 'DR-08'),
  ('policies.endOn',      '2026-01-01+08', 'C2', 3, false, 'NONE',            'FULL', 'P', 'FULL', 'FULL', 'W', 'P', 'DR-08'),
  ('policies.sumInsured', '2026-01-01+08', 'C2', 3, false, 'MONEY',           'FULL', 'P', 'FULL', 'FULL', 'W', 'P', 'DR-08'),
  ('policies.premium',    '2026-01-01+08', 'C2', 3, false, 'MONEY',           'FULL', 'P', 'FULL', 'FULL', 'W', 'P', 'DR-08'),
  ('policies.role',       '2026-01-01+08', 'C2', 3, false, 'NONE',            'FULL', 'P', 'FULL', 'FULL', 'W', 'P', 'DR-08'),
  ('bankAccount',         '2026-01-01+08', 'C2', 3, true,  'BANK_ACCOUNT',    'W', 'HIDDEN', 'W', 'W', 'W', 'HIDDEN', 'DR-08'),
  ('healthNote',          '2026-01-01+08', 'C3', 4, true,  'NEVER_SHOWN',     'FULL', 'HIDDEN', 'W', 'W', 'W', 'HIDDEN', 'DR-08');
