-- Why: a corrected value goes to everyone who was given the old one, and each of them acknowledges (R-RC-03,
-- PIPL 46, K-08). Who was given it is read from this service's own data.provided events: they are durable before
-- the value leaves, so nobody who has it is missing, and no second register can disagree with the log.
create index audit_outbox_provided on audit_outbox ((body::jsonb ->> 'subjectRef'))
  where body like '%"type":"data.provided"%';

create table propagation (
  controller_id text not null,
  correction_id uuid not null,
  customer_id uuid not null,
  field text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  settled_at timestamptz,
  alarmed_at timestamptz,
  breached_at timestamptz,
  met_at timestamptz,
  constraint propagation_pk primary key (controller_id, correction_id),
  constraint propagation_correction foreign key (controller_id, correction_id)
    references correction (controller_id, id),
  constraint propagation_met_when_settled check (met_at is null or settled_at is not null)
);
create index propagation_open on propagation (controller_id, due_at) where met_at is null;
comment on table propagation is 'The K-08 clock of an applied correction: until all recipients of the old value acknowledged.';
comment on column propagation.controller_id is 'Data controller; distribution column of row-level security.';
comment on column propagation.correction_id is 'The applied correction.';
comment on column propagation.customer_id is 'Whose value.';
comment on column propagation.field is 'Which field, as the catalogue names it.';
comment on column propagation.started_at is 'When the correction was applied.';
comment on column propagation.due_at is 'When all acknowledgements are due, fixed at the start.';
comment on column propagation.settled_at is 'When recipients were looked for the second time: reads under way at the start are over.';
comment on column propagation.alarmed_at is 'When the pre-alarm was raised.';
comment on column propagation.breached_at is 'When it was found overdue; never taken back.';
comment on column propagation.met_at is 'When the last recipient had acknowledged.';
alter table propagation enable row level security;
create policy propagation_of_controller on propagation
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on propagation from records;

create table correction_notice (
  controller_id text not null,
  id uuid not null,
  correction_id uuid not null,
  recipient_id text not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  dead_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  constraint correction_notice_pk primary key (controller_id, id),
  constraint correction_notice_once unique (controller_id, correction_id, recipient_id),
  constraint correction_notice_propagation foreign key (controller_id, correction_id)
    references propagation (controller_id, correction_id),
  constraint correction_notice_acknowledged check ((acknowledged_at is null) = (acknowledged_by is null))
);
create index correction_notice_open on correction_notice (controller_id, recipient_id, id)
  where acknowledged_at is null;
comment on table correction_notice is 'Tells one recipient that a field it was given has been corrected; holds no value.';
comment on column correction_notice.controller_id is 'Data controller; distribution column of row-level security.';
comment on column correction_notice.id is 'UUIDv7.';
comment on column correction_notice.correction_id is 'What was corrected.';
comment on column correction_notice.recipient_id is 'Who was given the old value.';
comment on column correction_notice.attempts is 'Webhook calls so far.';
comment on column correction_notice.next_attempt_at is 'When the webhook is tried next, with growing pauses.';
comment on column correction_notice.delivered_at is 'When its webhook took the notice, or it fetched the notice.';
comment on column correction_notice.dead_at is 'When the webhook was given up; the notice itself stands.';
comment on column correction_notice.acknowledged_at is 'When the recipient, or compliance in its name, said that its copy is right.';
comment on column correction_notice.acknowledged_by is 'Who said so: the recipient, or an employee.';
alter table correction_notice enable row level security;
create policy correction_notice_of_controller on correction_notice
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on correction_notice from records;
