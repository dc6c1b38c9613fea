-- Reports to authorities and notices to persons (PIPL 57), and the orders to deliver them. audit-service knows no address
-- and calls nobody: records-service fetches the orders, sends the mail and reports each outcome back.
create table incident_report (
  controller_id text not null,
  incident_id uuid not null,
  kind text not null,
  sequence integer not null,
  body_zh text not null,
  body_en text not null,
  sha256 text not null,
  submission text not null,
  submitted_at timestamptz not null,
  submitted_by text not null,
  constraint incident_report_pk primary key (controller_id, incident_id, kind, sequence),
  constraint incident_report_of_incident foreign key (controller_id, incident_id) references incident (controller_id, id)
);
comment on table incident_report is 'Reports to authorities as submitted; append-only';
comment on column incident_report.controller_id is 'Data controller';
comment on column incident_report.incident_id is 'The incident';
comment on column incident_report.kind is 'FIRST, WRITTEN, PROGRESS, CAC, FINAL_NFRA, FINAL_CAC, MINORS';
comment on column incident_report.sequence is 'From 1 within the kind';
comment on column incident_report.body_zh is 'The text in Chinese';
comment on column incident_report.body_en is 'The text in English';
comment on column incident_report.sha256 is 'SHA-256 of both texts, base64url';
comment on column incident_report.submission is 'Receipt number of the authority; DRILL in a drill';
comment on column incident_report.submitted_at is 'When';
comment on column incident_report.submitted_by is 'Employee number';
alter table incident_report enable row level security;
create policy incident_report_of_controller on incident_report
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy incident_report_of_controller on incident_report is 'A caller sees its own controller only';
create trigger incident_report_append_only before update or delete or truncate on incident_report
  for each statement execute function refuse_change();
revoke update, delete, truncate on incident_report from audit;

create table incident_notice (
  controller_id text not null,
  incident_id uuid not null,
  version integer not null,
  body_zh text not null,
  body_en text not null,
  sha256 text not null,
  issued_at timestamptz not null,
  issued_by text not null,
  constraint incident_notice_pk primary key (controller_id, incident_id, version),
  constraint incident_notice_of_incident foreign key (controller_id, incident_id) references incident (controller_id, id)
);
comment on table incident_notice is 'Notices to affected persons as issued; append-only';
comment on column incident_notice.controller_id is 'Data controller';
comment on column incident_notice.incident_id is 'The incident';
comment on column incident_notice.version is 'From 1 within the incident';
comment on column incident_notice.body_zh is 'The text in Chinese';
comment on column incident_notice.body_en is 'The text in English';
comment on column incident_notice.sha256 is 'SHA-256 of both texts, base64url';
comment on column incident_notice.issued_at is 'When';
comment on column incident_notice.issued_by is 'Employee number';
alter table incident_notice enable row level security;
create policy incident_notice_of_controller on incident_notice
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy incident_notice_of_controller on incident_notice is 'A caller sees its own controller only';
create trigger incident_notice_append_only before update or delete or truncate on incident_notice
  for each statement execute function refuse_change();
revoke update, delete, truncate on incident_notice from audit;

create table notice_order (
  controller_id text not null,
  id uuid not null,
  incident_id uuid not null,
  version integer not null,
  subject_ref uuid not null,
  state text not null,
  attempts integer not null default 0,
  settled_at timestamptz,
  seen_at timestamptz,
  constraint notice_order_pk primary key (controller_id, id),
  constraint notice_order_once unique (controller_id, incident_id, version, subject_ref),
  constraint notice_order_of_notice foreign key (controller_id, incident_id, version)
    references incident_notice (controller_id, incident_id, version),
  constraint notice_order_state_known check (state in ('WAITING', 'SENT', 'NO_ADDRESS', 'FAILED', 'UNCERTAIN', 'WITHHELD'))
);
comment on table notice_order is 'One delivery a person and notice version, with its progress';
comment on column notice_order.controller_id is 'Data controller';
comment on column notice_order.id is 'UUIDv7; also names the mail, so that a repeat is recognised';
comment on column notice_order.incident_id is 'The incident';
comment on column notice_order.version is 'Version of the notice';
comment on column notice_order.subject_ref is 'Customer id';
comment on column notice_order.state is 'Of the mail: WAITING, SENT, NO_ADDRESS, FAILED, UNCERTAIN; WITHHELD in a drill';
comment on column notice_order.attempts is 'Tries that failed before anything was sent';
comment on column notice_order.settled_at is 'When the mail''s state became final';
comment on column notice_order.seen_at is 'When the person first saw the notice in the portal';
create index notice_order_of_subject on notice_order (controller_id, subject_ref);
alter table notice_order enable row level security;
create policy notice_order_of_controller on notice_order
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy notice_order_of_controller on notice_order is 'A caller sees its own controller only';
revoke delete, truncate on notice_order from audit;

create table notice_order_open (
  controller_id text not null,
  order_id uuid not null,
  look_again_at timestamptz not null,
  constraint notice_order_open_pk primary key (controller_id, order_id)
);
comment on table notice_order_open is 'Orders to be fetched; ids and times only, so without row-level security';
comment on column notice_order_open.controller_id is 'Data controller';
comment on column notice_order_open.order_id is 'The order';
comment on column notice_order_open.look_again_at is 'Not to be fetched before: a lease, or a pause after a failed try';
create index notice_order_open_look_again on notice_order_open (look_again_at);

create table drill_score (
  controller_id text not null,
  incident_id uuid not null,
  score integer not null,
  clocks_met integer not null,
  clocks_breached integer not null,
  lessons text not null,
  scored_at timestamptz not null,
  constraint drill_score_pk primary key (controller_id, incident_id),
  constraint drill_score_of_incident foreign key (controller_id, incident_id) references incident (controller_id, id),
  constraint drill_score_percent check (score between 0 and 100)
);
comment on table drill_score is 'Score cards of drills (R-IN-01); append-only';
comment on column drill_score.controller_id is 'Data controller';
comment on column drill_score.incident_id is 'The drill';
comment on column drill_score.score is 'Per cent of the clocks that were met in time';
comment on column drill_score.clocks_met is 'Clocks met in time';
comment on column drill_score.clocks_breached is 'Clocks met late';
comment on column drill_score.lessons is 'What is to be done better';
comment on column drill_score.scored_at is 'When the drill was closed';
alter table drill_score enable row level security;
create policy drill_score_of_controller on drill_score
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy drill_score_of_controller on drill_score is 'A caller sees its own controller only';
create trigger drill_score_append_only before update or delete or truncate on drill_score
  for each statement execute function refuse_change();
revoke update, delete, truncate on drill_score from audit;
