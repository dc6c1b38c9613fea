-- Transfers of the business (R-BT-01, R-BT-02, DR-12). What a deal type demands is law data; what happened is appended.
-- deal_duty has no row-level security: the law is the same for every controller.
create table deal_duty (
  deal_type text not null,
  effective_from date not null,
  notice_required boolean not null,
  consent text not null,
  objection_days integer not null,
  basis text not null,
  constraint deal_duty_pk primary key (deal_type, effective_from),
  constraint deal_duty_type_known check (deal_type in ('EQUITY', 'ASSET', 'MERGER', 'DIVISION', 'DISSOLUTION', 'BANKRUPTCY')),
  constraint deal_duty_consent_known check (consent in ('NONE', 'OBJECTION', 'SEPARATE')),
  constraint deal_duty_days check (objection_days >= 0)
);
comment on table deal_duty is 'Duties of each deal type, effective-dated (DR-12, promise 7)';
comment on column deal_duty.deal_type is 'EQUITY, ASSET, MERGER, DIVISION, DISSOLUTION, BANKRUPTCY';
comment on column deal_duty.effective_from is 'Transfers opened from this day on use this row';
comment on column deal_duty.notice_required is 'Whether each person is told receiver and contact (PIPL 22)';
comment on column deal_duty.consent is 'NONE, OBJECTION (may object until the deadline) or SEPARATE (must consent)';
comment on column deal_duty.objection_days is 'Days between the last notice and the cut-over';
comment on column deal_duty.basis is 'Article or product default';
revoke insert, update, delete, truncate on deal_duty from records;
insert into deal_duty (deal_type, effective_from, notice_required, consent, objection_days, basis) values
  ('EQUITY', '2021-11-01', false, 'NONE', 0, 'the processor does not change; PIPL 23 for the buyer'),
  ('ASSET', '2021-11-01', true, 'OBJECTION', 30, 'PIPL 22 and 23, Civil Code 555; product default'),
  ('MERGER', '2021-11-01', true, 'OBJECTION', 30, 'PIPL 22; objection is a product default'),
  ('DIVISION', '2021-11-01', true, 'OBJECTION', 30, 'PIPL 22; objection is a product default'),
  ('DISSOLUTION', '2021-11-01', true, 'OBJECTION', 30, 'PIPL 22, AML 34; objection is a product default'),
  ('BANKRUPTCY', '2021-11-01', true, 'OBJECTION', 30, 'PIPL 22, AML 34; objection is a product default');

create table transfer (
  controller_id text not null,
  id uuid not null,
  deal_type text not null,
  to_controller_id text not null,
  to_controller_name text not null,
  to_controller_contact text not null,
  cut_over_on date not null,
  scope text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  constraint transfer_pk primary key (controller_id, id),
  constraint transfer_to_another check (to_controller_id <> controller_id)
);
comment on table transfer is 'Transfer projects as opened; append-only, what follows stands in the other tables';
comment on column transfer.controller_id is 'The controller that hands over';
comment on column transfer.id is 'UUIDv7';
comment on column transfer.deal_type is 'Chooses the duties';
comment on column transfer.to_controller_id is 'The controller that takes over';
comment on column transfer.to_controller_name is 'Its name as the notice tells it (T-01)';
comment on column transfer.to_controller_contact is 'Its contact as the notice tells it (T-02)';
comment on column transfer.cut_over_on is 'Day of the cut-over in Asia/Shanghai';
comment on column transfer.scope is 'BOOK, BRANCH:name, MANAGER:employee number';
comment on column transfer.opened_by is 'Employee number';
comment on column transfer.opened_at is 'When it was opened';
alter table transfer enable row level security;
create policy transfer_of_controller on transfer
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on transfer from records;

create table transfer_stage (
  controller_id text not null,
  transfer_id uuid not null,
  sequence integer not null,
  stage text not null,
  entered_at timestamptz not null,
  entered_by text not null,
  constraint transfer_stage_pk primary key (controller_id, transfer_id, sequence),
  constraint transfer_stage_once unique (controller_id, transfer_id, stage),
  constraint transfer_stage_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id),
  constraint transfer_stage_known check (stage in
    ('PREPARE', 'DUE_DILIGENCE', 'SIGNED', 'NOTICE', 'CUT_OVER', 'RECONCILE', 'CLOSE'))
);
comment on table transfer_stage is 'Stages a transfer has entered, in order; append-only';
comment on column transfer_stage.controller_id is 'The controller that hands over';
comment on column transfer_stage.transfer_id is 'The transfer';
comment on column transfer_stage.sequence is 'From 1 within the transfer';
comment on column transfer_stage.stage is 'PREPARE to CLOSE';
comment on column transfer_stage.entered_at is 'When';
comment on column transfer_stage.entered_by is 'Employee number';
alter table transfer_stage enable row level security;
create policy transfer_stage_of_controller on transfer_stage
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on transfer_stage from records;

create table transfer_evidence (
  controller_id text not null,
  transfer_id uuid not null,
  id uuid not null,
  gate text not null,
  reference text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  constraint transfer_evidence_pk primary key (controller_id, transfer_id, id),
  constraint transfer_evidence_one_each unique (controller_id, transfer_id, gate, recorded_by),
  constraint transfer_evidence_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id)
);
comment on table transfer_evidence is 'Documents and approvals that meet a gate; append-only';
comment on column transfer_evidence.controller_id is 'The controller that hands over';
comment on column transfer_evidence.transfer_id is 'The transfer';
comment on column transfer_evidence.id is 'UUIDv7';
comment on column transfer_evidence.gate is 'Which gate it meets';
comment on column transfer_evidence.reference is 'File number or digest of the document; no personal data';
comment on column transfer_evidence.recorded_by is 'Employee number; gates with two approvals need two of them';
comment on column transfer_evidence.recorded_at is 'When';
alter table transfer_evidence enable row level security;
create policy transfer_evidence_of_controller on transfer_evidence
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on transfer_evidence from records;

create table transfer_person (
  controller_id text not null,
  transfer_id uuid not null,
  customer_id uuid not null,
  delivered_at timestamptz,
  delivered_by text,
  attempts integer not null default 0,
  unreachable_at timestamptz,
  objected_at timestamptz,
  constraint transfer_person_pk primary key (controller_id, transfer_id, customer_id),
  constraint transfer_person_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id)
);
comment on table transfer_person is 'Every person in the scope of a transfer: told, unreachable, or objecting';
comment on column transfer_person.controller_id is 'The controller that hands over';
comment on column transfer_person.transfer_id is 'The transfer';
comment on column transfer_person.customer_id is 'The person';
comment on column transfer_person.delivered_at is 'When the notice reached the person';
comment on column transfer_person.delivered_by is 'PORTAL, SMS, MAIL or LETTER';
comment on column transfer_person.attempts is 'Deliveries tried';
comment on column transfer_person.unreachable_at is 'When all attempts had failed; the public notice stands for it';
comment on column transfer_person.objected_at is 'When the person objected';
create index transfer_person_of_customer on transfer_person (controller_id, customer_id);
alter table transfer_person enable row level security;
create policy transfer_person_of_controller on transfer_person
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on transfer_person from records;

create table transfer_notice (
  controller_id text not null,
  transfer_id uuid not null,
  language text not null,
  body text not null,
  sha256 text not null,
  published_by text not null,
  published_at timestamptz not null,
  constraint transfer_notice_pk primary key (controller_id, transfer_id, language),
  constraint transfer_notice_language_known check (language in ('zh-CN', 'en')),
  constraint transfer_notice_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id)
);
comment on table transfer_notice is 'The notice of PIPL 22 with the items T-01 to T-12; append-only';
comment on column transfer_notice.controller_id is 'The controller that hands over';
comment on column transfer_notice.transfer_id is 'The transfer';
comment on column transfer_notice.language is 'zh-CN or en';
comment on column transfer_notice.body is 'The whole text as delivered';
comment on column transfer_notice.sha256 is 'SHA-256 of the UTF-8 body, base64url';
comment on column transfer_notice.published_by is 'Employee number';
comment on column transfer_notice.published_at is 'When';
alter table transfer_notice enable row level security;
create policy transfer_notice_of_controller on transfer_notice
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on transfer_notice from records;
