-- Whistle-blowing (R-AU-05): whoever holds this database cannot learn who reported. Identity and words are sealed to two named
-- handlers whose private keys are elsewhere; days instead of times; every report has the same columns filled, named or not.
create table whistle_handler (
  controller_id text not null,
  employee_no text not null,
  public_key text not null,
  registered_by text not null,
  registered_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  constraint whistle_handler_pk primary key (controller_id, employee_no),
  constraint whistle_handler_two_people check (approved_by <> registered_by),
  constraint whistle_handler_approval_whole check ((approved_by is null) = (approved_at is null))
);
comment on table whistle_handler is 'Who handles reports: two named people, each with a key of their own (R-AU-05)';
comment on column whistle_handler.controller_id is 'Data controller; distribution column of row-level security';
comment on column whistle_handler.employee_no is 'The handler';
comment on column whistle_handler.public_key is 'Tink public keyset (HPKE); the private half is the handler''s alone';
comment on column whistle_handler.registered_by is 'Who registered the handler';
comment on column whistle_handler.registered_at is 'When';
comment on column whistle_handler.approved_by is 'The second person; null while it waits';
comment on column whistle_handler.approved_at is 'When; the two approved first handle the reports';
alter table whistle_handler enable row level security;
create policy whistle_handler_of_controller on whistle_handler
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on whistle_handler from audit;

create table whistle_report (
  controller_id text not null,
  id uuid not null,
  filed_on date not null,
  state text not null,
  first_handler text not null,
  second_handler text not null,
  code_hash bytea not null,
  identity bytea not null,
  text_first bytea not null,
  text_second bytea not null,
  reply_key text not null,
  reply_secret bytea not null,
  watch_index bytea not null,
  watch_until date not null,
  constraint whistle_report_pk primary key (controller_id, id),
  constraint whistle_report_state_known check (state in ('RECEIVED', 'IN_REVIEW', 'CLOSED')),
  constraint whistle_report_code_once unique (controller_id, code_hash)
);
comment on table whistle_report is 'Reports of employees; nothing here names the reporter to whoever lacks both handlers'' keys';
comment on column whistle_report.controller_id is 'Data controller; distribution column of row-level security';
comment on column whistle_report.id is 'Random, so that it tells no time';
comment on column whistle_report.filed_on is 'Day in Asia/Shanghai; no time of day is kept';
comment on column whistle_report.state is 'RECEIVED, IN_REVIEW, CLOSED';
comment on column whistle_report.first_handler is 'Employee number of the handler whose key opens the outer seal of the identity';
comment on column whistle_report.second_handler is 'Employee number of the handler whose key opens the inner seal';
comment on column whistle_report.code_hash is 'SHA-256 of the reporter''s status code';
comment on column whistle_report.identity is 'Who reported, padded, sealed to the second handler and then to the first; of an anonymous report: nobody, in the same length';
comment on column whistle_report.text_first is 'The words, padded, sealed to the first handler';
comment on column whistle_report.text_second is 'The words, padded, sealed to the second handler';
comment on column whistle_report.reply_key is 'Public key of the reporter''s own for this report';
comment on column whistle_report.reply_secret is 'Its private half, sealed under the status code';
comment on column whistle_report.watch_index is 'Keyed hash of this report''s id and the reporter''s number, or random bytes; the key is outside the database';
comment on column whistle_report.watch_until is 'Last day of the retaliation watch: 12 months';
alter table whistle_report enable row level security;
create policy whistle_report_of_controller on whistle_report
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on whistle_report from audit;

create table whistle_message (
  controller_id text not null,
  id uuid not null,
  report_id uuid not null,
  position integer not null,
  written_on date not null,
  body_first bytea,
  body_second bytea,
  body_reporter bytea,
  constraint whistle_message_pk primary key (controller_id, id),
  constraint whistle_message_once unique (controller_id, report_id, position),
  constraint whistle_message_of_report foreign key (controller_id, report_id) references whistle_report (controller_id, id),
  constraint whistle_message_one_way
    check ((body_first is null) = (body_second is null) and (body_first is null) <> (body_reporter is null))
);
comment on table whistle_message is 'What handlers and reporter write to each other, sealed to the other side';
comment on column whistle_message.controller_id is 'Data controller; distribution column of row-level security';
comment on column whistle_message.id is 'Random';
comment on column whistle_message.report_id is 'The report';
comment on column whistle_message.position is 'Order within the report';
comment on column whistle_message.written_on is 'Day in Asia/Shanghai';
comment on column whistle_message.body_first is 'Of the reporter: sealed to the first handler';
comment on column whistle_message.body_second is 'Of the reporter: sealed to the second handler';
comment on column whistle_message.body_reporter is 'Of a handler: sealed to the reporter''s key of this report';
alter table whistle_message enable row level security;
create policy whistle_message_of_controller on whistle_message
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on whistle_message from audit;

create table whistle_digest (
  controller_id text not null,
  report_id uuid not null,
  day date not null,
  body_first bytea not null,
  body_second bytea not null,
  constraint whistle_digest_pk primary key (controller_id, report_id, day),
  constraint whistle_digest_of_report foreign key (controller_id, report_id) references whistle_report (controller_id, id)
);
comment on table whistle_digest is 'Retaliation watch: for every report and day one sealed line of the same length, whether something happened to the reporter''s rights or not';
comment on column whistle_digest.controller_id is 'Data controller; distribution column of row-level security';
comment on column whistle_digest.report_id is 'The report';
comment on column whistle_digest.day is 'Day that was looked at';
comment on column whistle_digest.body_first is 'What happened, padded, sealed to the first handler';
comment on column whistle_digest.body_second is 'The same, sealed to the second handler';
alter table whistle_digest enable row level security;
create policy whistle_digest_of_controller on whistle_digest
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on whistle_digest from audit;

-- The watch runs for every controller, and row-level security shows it none until it is bound to one.
create function whistle_controllers() returns setof text
  language sql stable security definer set search_path = public as
  'select distinct controller_id from whistle_report';
comment on function whistle_controllers() is 'Controllers that have reports; nothing else of them';
