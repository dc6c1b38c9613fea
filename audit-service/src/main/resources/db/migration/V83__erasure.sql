-- Erasure requests decided record by record (R-RC-10, PIPL 47): as assessed, and as confirmed by a compliance officer.
create table erasure (
  controller_id text not null,
  request_id uuid not null,
  subject_ref text not null,
  assessed_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by text,
  constraint erasure_pk primary key (controller_id, request_id),
  constraint erasure_confirmation_whole check ((confirmed_at is null) = (confirmed_by is null))
);
comment on table erasure is 'An erasure request as it is decided here; executed only by restrictions and destruction plans';
comment on column erasure.controller_id is 'Data controller';
comment on column erasure.request_id is 'Rights request of consent-service';
comment on column erasure.subject_ref is 'The person''s pseudonym';
comment on column erasure.assessed_at is 'When the records were looked at last';
comment on column erasure.confirmed_at is 'When a compliance officer confirmed; nothing changes afterwards';
comment on column erasure.confirmed_by is 'Employee number';
alter table erasure enable row level security;
create policy erasure_of_controller on erasure
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy erasure_of_controller on erasure is 'A caller sees its own controller only';
revoke delete, truncate on erasure from audit;

create table erasure_record (
  controller_id text not null,
  request_id uuid not null,
  store text not null,
  record_ref text not null,
  kind text not null,
  decision text not null,
  reason_code text not null,
  class text not null,
  rule_version integer not null,
  article_zh text not null,
  article_en text not null,
  until_on date,
  text_zh text not null,
  text_en text not null,
  constraint erasure_record_pk primary key (controller_id, request_id, store, record_ref),
  constraint erasure_record_of_erasure foreign key (controller_id, request_id) references erasure (controller_id, request_id),
  constraint erasure_record_decision_known check (decision in ('DELETE', 'ANONYMISE', 'RESTRICT', 'REFUSE'))
);
comment on table erasure_record is 'The answer for each record, with the words the person reads';
comment on column erasure_record.controller_id is 'Data controller';
comment on column erasure_record.request_id is 'The erasure';
comment on column erasure_record.store is 'records, consent, audit';
comment on column erasure_record.record_ref is 'The owner''s id of the record; empty for the identity file';
comment on column erasure_record.kind is 'What the record is';
comment on column erasure_record.decision is 'DELETE, ANONYMISE, RESTRICT, REFUSE';
comment on column erasure_record.reason_code is 'NO_LONGER_NEEDED, STATUTORY_RETENTION, LEGAL_HOLD, CASE_OPEN, EVIDENCE';
comment on column erasure_record.class is 'Class of DR-09 that decided';
comment on column erasure_record.rule_version is 'Its version';
comment on column erasure_record.article_zh is 'Law it rests on';
comment on column erasure_record.article_en is 'The same in English';
comment on column erasure_record.until_on is 'Last day of a restriction, where it is known';
comment on column erasure_record.text_zh is 'The answer in words';
comment on column erasure_record.text_en is 'The same in English';
alter table erasure_record enable row level security;
create policy erasure_record_of_controller on erasure_record
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy erasure_record_of_controller on erasure_record is 'A caller sees its own controller only';
revoke truncate on erasure_record from audit;
