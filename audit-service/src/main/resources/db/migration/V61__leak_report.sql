-- Reports of a leak (R-AU-04): a customer's fraud call, or what staff or a partner noticed. What was said is personal
-- data: it is sealed in records-service; here stand the sealed text's id, which fields the caller knew, and when.
create table leak_report (
  controller_id text not null,
  id uuid not null,
  reporter_kind text not null,
  reporter_id text not null,
  subject_ref uuid,
  text_id uuid,
  known_fields text[] not null,
  contacted_at timestamptz not null,
  received_at timestamptz not null,
  clues text not null,
  constraint leak_report_pk primary key (controller_id, id),
  constraint leak_report_reporter_known check (reporter_kind in ('customer', 'employee', 'partner'))
);
comment on table leak_report is 'Reports of a leak as received, each with its clue; append-only';
comment on column leak_report.controller_id is 'Data controller';
comment on column leak_report.id is 'UUIDv7; the case number';
comment on column leak_report.reporter_kind is 'customer, employee, partner';
comment on column leak_report.reporter_id is 'Customer id, employee number or partner id';
comment on column leak_report.subject_ref is 'Customer id of the person whose data the caller knew; null when several';
comment on column leak_report.text_id is 'Sealed text in records-service';
comment on column leak_report.known_fields is 'Names of the fields that the caller knew';
comment on column leak_report.contacted_at is 'When the caller showed what it knew';
comment on column leak_report.received_at is 'When the report came in';
comment on column leak_report.clues is 'The clue as JSON: who held those fields before that time; actors and places in the log';
create index leak_report_newest on leak_report (controller_id, received_at desc);
alter table leak_report enable row level security;
create policy leak_report_of_controller on leak_report
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy leak_report_of_controller on leak_report is 'A caller sees its own controller only';
create trigger leak_report_append_only before update or delete or truncate on leak_report
  for each statement execute function refuse_change();
revoke update, delete, truncate on leak_report from audit;
