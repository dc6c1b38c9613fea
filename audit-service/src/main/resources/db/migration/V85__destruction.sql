-- Witnessed destruction (R-RC-11, PIPL 47, K-21). A plan's course is appended step by step and its state computed from it;
-- items carry how far they are, so that an interrupted run lists what remains. Ids and codes only: no personal data.
create table destruction_period (
  code text not null,
  effective_from date not null,
  amount_days integer not null,
  recipient_days integer not null,
  basis text not null,
  constraint destruction_period_pk primary key (code, effective_from),
  constraint destruction_period_positive check (amount_days > 0 and recipient_days > 0)
);
comment on table destruction_period is 'Length of the destruction clock, effective-dated (DR-14, promise 7); law, the same for every controller';
comment on column destruction_period.code is 'K-21 of DR-14';
comment on column destruction_period.effective_from is 'Plans proposed from this day on use this row';
comment on column destruction_period.amount_days is 'Calendar days from the due date to the certificate';
comment on column destruction_period.recipient_days is 'Calendar days that a recipient has to confirm its own deletion';
comment on column destruction_period.basis is 'Law it rests on; * = product default';
revoke insert, update, delete, truncate on destruction_period from audit;
insert into destruction_period values ('K-21', '2021-11-01', 30, 15, 'PIPL 47; 30 days and 15 days*');

create table destruction_plan (
  controller_id text not null,
  id uuid not null,
  cause text not null,
  proposer text not null,
  proposed_at timestamptz not null,
  due_on date not null,
  constraint destruction_plan_pk primary key (controller_id, id),
  constraint destruction_plan_cause_known check (cause in ('RETENTION_ENDED', 'ERASURE_REQUEST', 'CONSENT_WITHDRAWN'))
);
comment on table destruction_plan is 'Destruction plans as proposed; append-only, what follows stands in destruction_step';
comment on column destruction_plan.controller_id is 'Data controller';
comment on column destruction_plan.id is 'UUIDv7; the number of the certificate to be';
comment on column destruction_plan.cause is 'RETENTION_ENDED, ERASURE_REQUEST, CONSENT_WITHDRAWN';
comment on column destruction_plan.proposer is 'Employee number, or the service whose daily job found the items due';
comment on column destruction_plan.proposed_at is 'When it was proposed';
comment on column destruction_plan.due_on is 'The earliest day on which an item was due: K-21 counts from it';
create index destruction_plan_newest on destruction_plan (controller_id, proposed_at desc);
alter table destruction_plan enable row level security;
create policy destruction_plan_of_controller on destruction_plan
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy destruction_plan_of_controller on destruction_plan is 'A caller sees its own controller only';
create trigger destruction_plan_append_only before update or delete or truncate on destruction_plan
  for each statement execute function refuse_change();
revoke update, delete, truncate on destruction_plan from audit;

create table destruction_step (
  controller_id text not null,
  plan_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  actor_id text not null,
  scope_digest text not null,
  detail text not null,
  constraint destruction_step_pk primary key (controller_id, plan_id, sequence),
  constraint destruction_step_of_plan foreign key (controller_id, plan_id) references destruction_plan (controller_id, id),
  constraint destruction_step_kind_known check (kind in
    ('PROPOSED', 'CHANGED', 'APPROVED', 'STARTED', 'STOPPED', 'EXECUTED', 'WITNESSED', 'CERTIFIED', 'VOIDED'))
);
comment on table destruction_step is 'What was done about a plan, in order; append-only. The state is computed from it';
comment on column destruction_step.controller_id is 'Data controller';
comment on column destruction_step.plan_id is 'The plan';
comment on column destruction_step.sequence is 'From 1 within the plan';
comment on column destruction_step.kind is 'What was done';
comment on column destruction_step.at is 'When';
comment on column destruction_step.actor_id is 'By whom: employee number or service';
comment on column destruction_step.scope_digest is 'Root over the scope list at that moment, base64: an approval counts for this list only';
comment on column destruction_step.detail is 'A code that explains, for example why it stopped and at which item';
alter table destruction_step enable row level security;
create policy destruction_step_of_controller on destruction_step
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy destruction_step_of_controller on destruction_step is 'A caller sees its own controller only';
create trigger destruction_step_append_only before update or delete or truncate on destruction_step
  for each statement execute function refuse_change();
revoke update, delete, truncate on destruction_step from audit;

create table destruction_item (
  controller_id text not null,
  id uuid not null,
  plan_id uuid not null,
  subject_ref uuid,
  store text not null,
  record_ref text not null,
  class text not null,
  method text not null,
  digest text not null,
  state text not null,
  attempts integer not null default 0,
  fault text,
  begun_at timestamptz,
  settled_at timestamptz,
  settled_by text,
  rows_destroyed integer,
  constraint destruction_item_pk primary key (controller_id, id),
  constraint destruction_item_of_plan foreign key (controller_id, plan_id) references destruction_plan (controller_id, id),
  constraint destruction_item_store_known check (store in ('records', 'consent', 'media')),
  constraint destruction_item_method_known check (method in ('SHRED_KEY', 'DELETE_ROWS', 'OVERWRITE', 'PHYSICAL')),
  constraint destruction_item_state_known check (state in ('WAITING', 'BEGUN', 'DONE', 'WITHDRAWN')),
  constraint destruction_item_settled check ((state = 'DONE') = (settled_at is not null)),
  constraint destruction_item_person_or_medium check ((store = 'media') = (subject_ref is null))
);
comment on table destruction_item is 'The scope list of a plan, one row a thing to destroy, with how far it is';
comment on column destruction_item.controller_id is 'Data controller';
comment on column destruction_item.id is 'UUIDv7';
comment on column destruction_item.plan_id is 'The plan';
comment on column destruction_item.subject_ref is 'Customer id; null for a physical medium';
comment on column destruction_item.store is 'Who destroys it: records, consent (the services), media (the executor, by hand)';
comment on column destruction_item.record_ref is 'The owner''s id of the record; empty for everything of the person in that store and class; serial number of a medium';
comment on column destruction_item.class is 'Retention class of DR-09, or MEDIUM';
comment on column destruction_item.method is 'SHRED_KEY, DELETE_ROWS, OVERWRITE, PHYSICAL';
comment on column destruction_item.digest is 'RFC 9162 leaf hash of the item, base64: a leaf below the plan''s scope digest';
comment on column destruction_item.state is 'WAITING, BEGUN (may be half done after a failure), DONE, WITHDRAWN (out of the scope again)';
comment on column destruction_item.attempts is 'Tries that failed';
comment on column destruction_item.fault is 'Code of the last failure';
comment on column destruction_item.begun_at is 'When its owner first took it on';
comment on column destruction_item.settled_at is 'When it was destroyed';
comment on column destruction_item.settled_by is 'Service or employee number';
comment on column destruction_item.rows_destroyed is 'How many rows went; null for a medium';
create index destruction_item_of_plan on destruction_item (controller_id, plan_id, id);
create unique index destruction_item_once on destruction_item (controller_id, store, subject_ref, record_ref, class)
  nulls not distinct where state in ('WAITING', 'BEGUN');
create index destruction_item_of_subject on destruction_item (controller_id, subject_ref);
alter table destruction_item enable row level security;
create policy destruction_item_of_controller on destruction_item
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy destruction_item_of_controller on destruction_item is 'A caller sees its own controller only';
revoke delete, truncate on destruction_item from audit;

create table destruction_order_open (
  controller_id text not null,
  item_id uuid not null,
  store text not null,
  look_again_at timestamptz not null,
  constraint destruction_order_open_pk primary key (controller_id, item_id)
);
comment on table destruction_order_open is 'Items that their owners may fetch; ids and times only, so without row-level security';
comment on column destruction_order_open.controller_id is 'Data controller';
comment on column destruction_order_open.item_id is 'The item';
comment on column destruction_order_open.store is 'Who may fetch it: records or consent';
comment on column destruction_order_open.look_again_at is 'Not to be fetched before: a lease, or a pause after a failed try';
create index destruction_order_open_next on destruction_order_open (store, look_again_at);

create table destruction_recipient (
  controller_id text not null,
  id uuid not null,
  plan_id uuid not null,
  subject_ref uuid not null,
  recipient_id text not null,
  state text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  settled_at timestamptz,
  constraint destruction_recipient_pk primary key (controller_id, id),
  constraint destruction_recipient_once unique (controller_id, plan_id, subject_ref, recipient_id),
  constraint destruction_recipient_of_plan foreign key (controller_id, plan_id) references destruction_plan (controller_id, id),
  constraint destruction_recipient_state_known check (state in ('ASKED', 'TOLD', 'CONFIRMED', 'OVERDUE'))
);
comment on table destruction_recipient is 'Who was given a destroyed person''s data, and whether it confirmed its own deletion';
comment on column destruction_recipient.controller_id is 'Data controller';
comment on column destruction_recipient.id is 'UUIDv7; id of the request to delete';
comment on column destruction_recipient.plan_id is 'The plan';
comment on column destruction_recipient.subject_ref is 'Customer id';
comment on column destruction_recipient.recipient_id is 'Recipient that the log names in data.provided';
comment on column destruction_recipient.state is 'ASKED, TOLD (taken by its webhook), CONFIRMED, OVERDUE';
comment on column destruction_recipient.asked_at is 'When it was to be asked';
comment on column destruction_recipient.due_at is 'When its confirmation is due';
comment on column destruction_recipient.settled_at is 'When it confirmed, or the time ran out';
alter table destruction_recipient enable row level security;
create policy destruction_recipient_of_controller on destruction_recipient
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy destruction_recipient_of_controller on destruction_recipient is 'A caller sees its own controller only';
revoke delete, truncate on destruction_recipient from audit;

create table destruction_recipient_open (
  controller_id text not null,
  request_id uuid not null,
  look_again_at timestamptz not null,
  constraint destruction_recipient_open_pk primary key (controller_id, request_id)
);
comment on table destruction_recipient_open is 'Requests to recipients that consent-service fetches; ids and times only, so without row-level security';
comment on column destruction_recipient_open.controller_id is 'Data controller';
comment on column destruction_recipient_open.request_id is 'The request';
comment on column destruction_recipient_open.look_again_at is 'Not to be fetched before';
create index destruction_recipient_open_next on destruction_recipient_open (look_again_at);

create table destruction_clock (
  controller_id text not null,
  plan_id uuid not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  paused_at timestamptz,
  breached_at timestamptz,
  met_at timestamptz,
  constraint destruction_clock_pk primary key (controller_id, plan_id)
);
comment on table destruction_clock is 'K-21: from the due date to the certificate; ids and times only, so without row-level security';
comment on column destruction_clock.controller_id is 'Data controller';
comment on column destruction_clock.plan_id is 'The plan';
comment on column destruction_clock.started_at is 'End of the due date in Shanghai';
comment on column destruction_clock.due_at is 'When the certificate is due; moved by the length of a hold';
comment on column destruction_clock.paused_at is 'Since when a hold stops the plan';
comment on column destruction_clock.breached_at is 'When it ran out; being certified afterwards does not undo it';
comment on column destruction_clock.met_at is 'When the certificate was issued, or the plan given up';
revoke delete, truncate on destruction_clock from audit;
