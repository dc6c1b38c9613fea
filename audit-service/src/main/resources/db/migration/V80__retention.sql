-- How long each record is kept (R-RC-09, DR-09, promise 7). The law is effective-dated data without row-level security: it is
-- the same for every controller. Owners report their records by pseudonym; what is due when is computed here, set-based.
create table retention_rule (
  class text not null,
  version integer not null,
  effective_from date not null,
  counted_in text not null,
  amount integer not null,
  follows_files boolean not null,
  use_years integer not null,
  product_default boolean not null,
  on_erasure text not null,
  article_zh text not null,
  article_en text not null,
  constraint retention_rule_pk primary key (class, version),
  constraint retention_rule_class_known check (class ~ '^RT-(0[1-9]|1[0-9]|2[01])$'),
  constraint retention_rule_counted_in_known check (counted_in in ('DAYS', 'MONTHS', 'YEARS', 'PERMANENT', 'FLAG_ONLY')),
  constraint retention_rule_amount check ((amount > 0) = (counted_in in ('DAYS', 'MONTHS', 'YEARS'))),
  constraint retention_rule_on_erasure_known check (on_erasure in ('RESTRICT', 'DELETE', 'ANONYMISE', 'REFUSE')),
  constraint retention_rule_use_years check (use_years >= 0)
);
comment on table retention_rule is 'Retention periods by class, versioned and effective-dated (DR-09, promise 7)';
comment on column retention_rule.class is 'RT-01 to RT-21 of DR-09';
comment on column retention_rule.version is 'From 1 within a class';
comment on column retention_rule.effective_from is 'From this day on; a record that is still kept on this day follows the new version';
comment on column retention_rule.counted_in is 'DAYS, MONTHS or YEARS from the start; PERMANENT: never due; FLAG_ONLY: no record, only the refusal is kept';
comment on column retention_rule.amount is 'How many; 0 for PERMANENT and FLAG_ONLY';
comment on column retention_rule.follows_files is 'Not due before every contract file of the same person';
comment on column retention_rule.use_years is 'Use goes on for so many years after the start (claims); afterwards the record is restricted';
comment on column retention_rule.product_default is 'A choice of the product, not of the law (marked * in DR-09)';
comment on column retention_rule.on_erasure is 'Answer to an erasure request while the period runs: RESTRICT to storage, DELETE, ANONYMISE (text goes, count stays), REFUSE';
comment on column retention_rule.article_zh is 'Law it rests on, in Chinese as customers read it';
comment on column retention_rule.article_en is 'The same in English';
revoke insert, update, delete, truncate on retention_rule from audit;
insert into retention_rule values
  ('RT-01', 1, '2009-10-01', 'YEARS', 5, false, 2, false, 'RESTRICT', '保险法第87条、保险经纪人监管规定第51条', 'Insurance Law 87, Broker Rules 51'),
  ('RT-02', 1, '2009-10-01', 'YEARS', 10, false, 5, false, 'RESTRICT', '保险法第87条、保险经纪人监管规定第51条', 'Insurance Law 87, Broker Rules 51'),
  ('RT-03', 1, '2007-01-01', 'YEARS', 5, true, 5, false, 'RESTRICT', '反洗钱法（2006）第19条', 'AML Law 2006, 19'),
  ('RT-03', 2, '2025-01-01', 'YEARS', 10, true, 5, false, 'RESTRICT', '反洗钱法（2024）第34条', 'AML Law 2024, 34'),
  ('RT-04', 1, '2007-01-01', 'YEARS', 5, false, 2, false, 'RESTRICT', '反洗钱法（2006）第19条', 'AML Law 2006, 19'),
  ('RT-04', 2, '2025-01-01', 'YEARS', 10, false, 2, false, 'RESTRICT', '反洗钱法（2024）第34条', 'AML Law 2024, 34'),
  ('RT-05', 1, '2017-11-01', 'YEARS', 5, true, 2, false, 'RESTRICT', '保险销售行为可回溯管理规定', 'sales traceability rules'),
  ('RT-06', 1, '2021-11-01', 'YEARS', 3, true, 0, false, 'RESTRICT', '民法典第188条、个人信息保护法第69条', 'Civil Code 188, PIPL 69'),
  ('RT-07', 1, '2021-11-01', 'YEARS', 3, false, 3, false, 'RESTRICT', '个人信息保护法第56条', 'PIPL 56'),
  ('RT-08', 1, '2025-01-01', 'YEARS', 3, false, 3, false, 'RESTRICT', '网络数据安全管理条例第12条', 'Network Data Regulations 12'),
  ('RT-09', 1, '2021-11-01', 'YEARS', 3, false, 3, true, 'ANONYMISE', '民法典第188条', 'Civil Code 188'),
  ('RT-10', 1, '2021-11-01', 'YEARS', 5, true, 5, true, 'ANONYMISE', '本机构保存期限规定', 'our own retention rules'),
  ('RT-11', 1, '2021-11-01', 'YEARS', 5, false, 5, true, 'REFUSE', '本机构保存期限规定', 'our own retention rules'),
  ('RT-12', 1, '2017-06-01', 'MONTHS', 6, false, 1, false, 'RESTRICT', '网络安全法第21条、第23条', 'Cybersecurity Law 21, 23'),
  ('RT-13', 1, '2021-01-05', 'YEARS', 5, true, 5, false, 'RESTRICT', '保险中介机构信息化工作监管办法第25条', 'IT rules for intermediaries 25'),
  ('RT-14', 1, '2021-01-05', 'YEARS', 5, false, 5, false, 'RESTRICT', '保险中介机构信息化工作监管办法第25条', 'IT rules for intermediaries 25'),
  ('RT-15', 1, '2021-11-01', 'DAYS', 180, false, 1, true, 'DELETE', '个人信息保护法第19条、第47条', 'PIPL 19, 47'),
  ('RT-16', 1, '2021-11-01', 'FLAG_ONLY', 0, false, 0, true, 'REFUSE', '个人信息保护法第15条', 'PIPL 15'),
  ('RT-17', 1, '2021-11-01', 'DAYS', 1, false, 1, true, 'DELETE', '个人信息保护法第19条', 'PIPL 19'),
  ('RT-18', 1, '2021-11-01', 'DAYS', 180, false, 1, true, 'DELETE', '个人信息保护法第19条', 'PIPL 19'),
  ('RT-19', 1, '2021-11-01', 'YEARS', 5, false, 5, true, 'REFUSE', '本机构保存期限规定', 'our own retention rules'),
  ('RT-20', 1, '2021-11-01', 'PERMANENT', 0, false, 0, true, 'REFUSE', '本机构保存期限规定', 'our own retention rules'),
  ('RT-21', 1, '2021-11-01', 'DAYS', 90, false, 1, true, 'DELETE', '本机构保存期限规定', 'our own retention rules');

create table retention_controller (
  controller_id text not null,
  law_on date,
  constraint retention_controller_pk primary key (controller_id)
);
comment on table retention_controller is 'Controllers that have records, for the daily job; no row-level security, no person in it';
comment on column retention_controller.controller_id is 'Data controller';
comment on column retention_controller.law_on is 'Day of the law by which all its due dates were computed last';

create table retention_item (
  id uuid not null,
  controller_id text not null,
  subject_ref text not null,
  store text not null,
  record_ref text not null,
  class text not null,
  kind text not null,
  start_event text not null,
  start_on date,
  due_on date,
  rule_version integer not null default 0,
  state text not null default 'KEPT',
  restricted_until date,
  restriction_basis text,
  insurer text,
  branch text,
  reported_at timestamptz not null,
  constraint retention_item_pk primary key (id),
  constraint retention_item_once unique (controller_id, store, record_ref, class, subject_ref),
  constraint retention_item_store_known check (store in ('records', 'consent', 'audit')),
  constraint retention_item_state_known check (state in ('KEPT', 'RESTRICTED', 'PLANNED', 'DESTROYED')),
  constraint retention_item_kind_known check (kind in
    ('POLICY', 'IDENTITY', 'HEALTH_NOTE', 'CONSENT', 'RIGHTS_REQUEST', 'COMPLAINT', 'INCIDENT')),
  constraint retention_item_basis_of_restriction check ((state = 'RESTRICTED') <= (restriction_basis is not null))
);
comment on table retention_item is 'What is kept until when: one row for each record of a person and class that applies; the longest decides';
comment on column retention_item.id is 'UUIDv7';
comment on column retention_item.controller_id is 'Data controller';
comment on column retention_item.subject_ref is 'The person''s pseudonym as in events; empty for records of nobody (incidents)';
comment on column retention_item.store is 'Who holds the record: records, consent, audit';
comment on column retention_item.record_ref is 'The owner''s pseudonymous id of the record; empty for the person''s identity file';
comment on column retention_item.class is 'RT-01 to RT-21 of DR-09';
comment on column retention_item.kind is 'What the record is';
comment on column retention_item.start_event is 'What the period starts with, such as CONTRACT_ENDED';
comment on column retention_item.start_on is 'Day of the start event; null while it has not happened';
comment on column retention_item.due_on is 'Last day on which it is kept, until 24:00 Shanghai; null while not begun or for good';
comment on column retention_item.rule_version is 'Version of the rule the due date follows; 0 before it is computed';
comment on column retention_item.state is 'KEPT; RESTRICTED (stored only); PLANNED for destruction; DESTROYED';
comment on column retention_item.restricted_until is 'Last day of the restriction as far as it is known';
comment on column retention_item.restriction_basis is 'Why it is restricted: PAST_PURPOSE or ERASURE_REQUEST:<request id>';
comment on column retention_item.insurer is 'Insurer of a policy, for holds over an insurer';
comment on column retention_item.branch is 'Branch that serves the person, for holds over a branch';
comment on column retention_item.reported_at is 'When its owner told of it last';
create index retention_item_of_subject on retention_item (controller_id, subject_ref);
create index retention_item_due on retention_item (controller_id, due_on) where state in ('KEPT', 'RESTRICTED');
alter table retention_item enable row level security;
create policy retention_item_of_controller on retention_item
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy retention_item_of_controller on retention_item is 'A caller sees its own controller only';
revoke delete, truncate on retention_item from audit;

create table retention_due_change (
  controller_id text not null,
  item_id uuid not null,
  changed_at timestamptz not null,
  from_version integer not null,
  to_version integer not null,
  from_due_on date,
  to_due_on date,
  constraint retention_due_change_pk primary key (controller_id, item_id, changed_at)
);
comment on table retention_due_change is 'How due dates moved, with the rule version before and after; append-only (R-RC-09)';
comment on column retention_due_change.controller_id is 'Data controller';
comment on column retention_due_change.item_id is 'The retention_item';
comment on column retention_due_change.changed_at is 'When it was computed';
comment on column retention_due_change.from_version is 'Rule version before';
comment on column retention_due_change.to_version is 'Rule version after';
comment on column retention_due_change.from_due_on is 'Due date before; null when there was none';
comment on column retention_due_change.to_due_on is 'Due date after; null when there is none';
alter table retention_due_change enable row level security;
create policy retention_due_change_of_controller on retention_due_change
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy retention_due_change_of_controller on retention_due_change is 'A caller sees its own controller only';
create trigger retention_due_change_append_only before update or delete or truncate on retention_due_change
  for each statement execute function refuse_change();
revoke update, delete, truncate on retention_due_change from audit;
