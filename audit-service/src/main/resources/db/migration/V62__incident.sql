-- Incidents (R-IN-02, PIPL 57, DR-14 K-09 to K-15). Grades and periods are law data; what happened is appended.
-- The two law tables have no row-level security: the law is the same for every controller.
create table incident_grade_rule (
  code text not null,
  effective_from date not null,
  grade text not null,
  persons_at_least bigint not null,
  sensitive_only boolean not null,
  published_only boolean not null,
  basis text not null,
  constraint incident_grade_rule_pk primary key (code, effective_from),
  constraint incident_grade_rule_known check (grade in ('GENERAL', 'LARGER', 'MAJOR', 'ESPECIALLY_MAJOR'))
);
comment on table incident_grade_rule is 'When an incident has which grade, effective-dated; the highest rule that fits decides (promise 7)';
comment on column incident_grade_rule.code is 'Name of the rule in explanations';
comment on column incident_grade_rule.effective_from is 'Incidents assessed from this day on use this row';
comment on column incident_grade_rule.grade is 'GENERAL, LARGER, MAJOR, ESPECIALLY_MAJOR (一般、较大、重大、特别重大)';
comment on column incident_grade_rule.persons_at_least is 'Fits from so many persons on';
comment on column incident_grade_rule.sensitive_only is 'Fits only when sensitive personal data are touched (PIPL 28)';
comment on column incident_grade_rule.published_only is 'Fits only when the data are in unknown hands';
comment on column incident_grade_rule.basis is 'Law or product default';
revoke insert, update, delete, truncate on incident_grade_rule from audit;
insert into incident_grade_rule values
  ('G-01', '2025-11-01', 'ESPECIALLY_MAJOR', 100000000, false, false, 'CAC incident report measures 2025, annex'),
  ('G-02', '2025-11-01', 'MAJOR', 10000000, false, false, 'CAC incident report measures 2025, annex'),
  ('G-03', '2025-11-01', 'LARGER', 1000000, false, false, 'CAC incident report measures 2025, annex'),
  ('G-04', '2020-01-01', 'GENERAL', 0, false, false, 'PIPL 57'),
  ('G-05', '2020-01-01', 'LARGER', 100000, true, false, 'PIPL 28; product default'),
  ('G-06', '2020-01-01', 'LARGER', 1000, true, true, 'PIPL 28; product default'),
  ('G-07', '2020-01-01', 'MAJOR', 100000, true, true, 'PIPL 28; product default');

create table incident_period (
  code text not null,
  effective_from date not null,
  started_by text not null,
  from_known boolean not null,
  counted_in text not null,
  amount integer not null,
  alarm_minutes integer[] not null,
  from_grade text not null,
  minors_only boolean not null,
  basis text not null,
  constraint incident_period_pk primary key (code, effective_from),
  constraint incident_period_starter_known check (started_by in ('OPENED', 'ASSESSED', 'FIRST_REPORT', 'ENDED', 'DECIDED')),
  constraint incident_period_counted_in_known check (counted_in in ('HOURS', 'CALENDAR_DAYS', 'WORKING_DAYS')),
  constraint incident_period_grade_known check (from_grade in ('GENERAL', 'LARGER', 'MAJOR', 'ESPECIALLY_MAJOR')),
  constraint incident_period_amount_positive check (amount > 0)
);
comment on table incident_period is 'Lengths of an incident''s legal clocks, effective-dated (DR-14, promise 7)';
comment on column incident_period.code is 'K-09 to K-15 of DR-14; a duty with two ends has a row for each';
comment on column incident_period.effective_from is 'Clocks started from this day on use this row';
comment on column incident_period.started_by is 'OPENED, ASSESSED, FIRST_REPORT, ENDED (handling), DECIDED (to notify persons)';
comment on column incident_period.from_known is 'Counted from when the incident was known, else from what started it';
comment on column incident_period.counted_in is 'HOURS (elapsed), CALENDAR_DAYS or WORKING_DAYS, in Asia/Shanghai';
comment on column incident_period.amount is 'How many';
comment on column incident_period.alarm_minutes is 'Minutes after the start at which an open clock escalates';
comment on column incident_period.from_grade is 'Owed from this grade on';
comment on column incident_period.minors_only is 'Owed only when minors are affected';
comment on column incident_period.basis is 'Law, standard or promise it rests on; * = product default';
revoke insert, update, delete, truncate on incident_period from audit;
insert into incident_period values
  ('K-09', '2024-12-27', 'OPENED', true, 'HOURS', 2, '{60,90}', 'GENERAL', false, 'NFRA 2024 no. 24: first report'),
  ('K-10', '2024-12-27', 'OPENED', true, 'HOURS', 24, '{1080}', 'GENERAL', false, 'NFRA 2024 no. 24: written report'),
  ('K-11', '2024-12-27', 'FIRST_REPORT', false, 'HOURS', 2, '{90}', 'ESPECIALLY_MAJOR', false, 'NFRA 2024 no. 24: progress every 2 h'),
  ('K-12', '2025-11-01', 'ASSESSED', true, 'HOURS', 4, '{120}', 'LARGER', false, 'CAC incident report measures 2025, 4'),
  ('K-13-NFRA', '2024-12-27', 'ENDED', false, 'WORKING_DAYS', 5, '{}', 'GENERAL', false, 'NFRA 2024 no. 24: final report'),
  ('K-13-CAC', '2025-11-01', 'ENDED', false, 'CALENDAR_DAYS', 30, '{}', 'LARGER', false, 'CAC incident report measures 2025, 8'),
  ('K-14-DECIDE', '2021-11-01', 'OPENED', true, 'HOURS', 24, '{720}', 'GENERAL', false, 'PIPL 57: at once; 24 h*'),
  ('K-14-SEND', '2021-11-01', 'DECIDED', false, 'HOURS', 72, '{2880}', 'GENERAL', false, 'PIPL 57: at once; 72 h*'),
  ('K-15-REPORT', '2024-01-01', 'ASSESSED', true, 'HOURS', 2, '{60,90}', 'GENERAL', true, 'Minors Regulations 35, with K-09'),
  ('K-15-GUARDIANS', '2024-01-01', 'DECIDED', false, 'HOURS', 72, '{2880}', 'GENERAL', true, 'Minors Regulations 35, with K-14');

create table incident (
  controller_id text not null,
  id uuid not null,
  drill boolean not null,
  source_kind text not null,
  source_reference text not null,
  known_at timestamptz not null,
  opened_at timestamptz not null,
  opened_by text not null,
  constraint incident_pk primary key (controller_id, id),
  constraint incident_source_known check (source_kind in ('TRACE', 'ALERT', 'LEAK_REPORT')),
  constraint incident_known_first check (known_at <= opened_at)
);
comment on table incident is 'Incidents as opened; append-only, what follows stands in incident_step';
comment on column incident.controller_id is 'Data controller';
comment on column incident.id is 'UUIDv7';
comment on column incident.drill is 'A drill: real clocks, nothing goes outside (R-IN-01)';
comment on column incident.source_kind is 'TRACE, ALERT, LEAK_REPORT';
comment on column incident.source_reference is 'Id of the trace, alert or leak report it came from';
comment on column incident.known_at is 'When the incident became known: the clocks run from here';
comment on column incident.opened_at is 'When it was opened';
comment on column incident.opened_by is 'Employee number';
create index incident_newest on incident (controller_id, opened_at desc);
alter table incident enable row level security;
create policy incident_of_controller on incident
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy incident_of_controller on incident is 'A caller sees its own controller only';
create trigger incident_append_only before update or delete or truncate on incident
  for each statement execute function refuse_change();
revoke update, delete, truncate on incident from audit;

create table incident_step (
  controller_id text not null,
  incident_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  employee_no text not null,
  detail text not null,
  constraint incident_step_pk primary key (controller_id, incident_id, sequence),
  constraint incident_step_of_incident foreign key (controller_id, incident_id) references incident (controller_id, id),
  constraint incident_step_kind_known check (kind in
    ('ASSESSED', 'CONTAINED', 'AFFECTED_FROZEN', 'REPORT_SUBMITTED', 'NOTICE_DECIDED', 'NO_NOTICE_PROPOSED',
     'NO_NOTICE_APPROVED', 'UNDELIVERED_DECIDED', 'ALL_REPORTED', 'NOTIFIED', 'REVIEWED', 'CLOSED'))
);
comment on table incident_step is 'What was done about an incident, in order; append-only. The state is computed from it';
comment on column incident_step.controller_id is 'Data controller';
comment on column incident_step.incident_id is 'The incident';
comment on column incident_step.sequence is 'From 1 within the incident';
comment on column incident_step.kind is 'What was done';
comment on column incident_step.at is 'When';
comment on column incident_step.employee_no is 'By whom';
comment on column incident_step.detail is 'The step''s own facts as JSON; no personal data';
alter table incident_step enable row level security;
create policy incident_step_of_controller on incident_step
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy incident_step_of_controller on incident_step is 'A caller sees its own controller only';
create trigger incident_step_append_only before update or delete or truncate on incident_step
  for each statement execute function refuse_change();
revoke update, delete, truncate on incident_step from audit;

create table incident_clock_event (
  controller_id text not null,
  incident_id uuid not null,
  code text not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  constraint incident_clock_event_pk primary key (controller_id, incident_id, code, sequence),
  constraint incident_clock_event_kind_known check (kind in ('STARTED', 'ESCALATED', 'BREACHED', 'MET'))
);
comment on table incident_clock_event is 'What happened to an incident''s clocks, in order; append-only';
comment on column incident_clock_event.controller_id is 'Data controller';
comment on column incident_clock_event.incident_id is 'The incident';
comment on column incident_clock_event.code is 'K-09 to K-15 of DR-14';
comment on column incident_clock_event.sequence is 'From 1 within the clock; K-11 starts anew after each progress report';
comment on column incident_clock_event.kind is 'STARTED, ESCALATED, BREACHED, MET';
comment on column incident_clock_event.at is 'When it happened';
comment on column incident_clock_event.started_at is 'From when the clock counts';
comment on column incident_clock_event.due_at is 'When the clock runs out, fixed at the start';
alter table incident_clock_event enable row level security;
create policy incident_clock_event_of_controller on incident_clock_event
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy incident_clock_event_of_controller on incident_clock_event is 'A caller sees its own controller only';
create trigger incident_clock_event_append_only before update or delete or truncate on incident_clock_event
  for each statement execute function refuse_change();
revoke update, delete, truncate on incident_clock_event from audit;

create table incident_clock_open (
  controller_id text not null,
  incident_id uuid not null,
  code text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  alarm_minutes integer[] not null,
  look_again_at timestamptz not null,
  constraint incident_clock_open_pk primary key (controller_id, incident_id, code)
);
comment on table incident_clock_open is 'Clocks that still run, for the watch; ids and times only, so without row-level security';
comment on column incident_clock_open.controller_id is 'Data controller';
comment on column incident_clock_open.incident_id is 'The incident';
comment on column incident_clock_open.code is 'K-09 to K-15 of DR-14';
comment on column incident_clock_open.started_at is 'From when the clock counts';
comment on column incident_clock_open.due_at is 'When the clock runs out';
comment on column incident_clock_open.alarm_minutes is 'Alarms that are still to come, in minutes after started_at';
comment on column incident_clock_open.look_again_at is 'Next alarm, the end, or a later try after a fault';
create index incident_clock_open_look_again on incident_clock_open (look_again_at);
