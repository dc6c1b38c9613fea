-- Leak tracing (R-AU-04): whom each actor's reads reached, as compressed bitmaps by day. All of it is derived from the
-- log's entries and can be rebuilt: set trace_cursor to 0 and empty the other two.
create table trace_subject (
  controller_id text not null,
  subject_ref uuid not null,
  number integer not null,
  constraint trace_subject_pk primary key (controller_id, subject_ref),
  constraint trace_subject_number_unique unique (controller_id, number)
);
comment on table trace_subject is 'A small number for each person whose data was read, dense within a controller';
comment on column trace_subject.controller_id is 'Data controller';
comment on column trace_subject.subject_ref is 'Customer id';
comment on column trace_subject.number is 'Place in the bitmaps, from 0';
alter table trace_subject enable row level security;
create policy trace_subject_of_controller on trace_subject
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy trace_subject_of_controller on trace_subject is 'A caller sees its own controller only';

create table trace_reads (
  controller_id text not null,
  actor_kind text not null,
  actor_id text not null,
  day date not null,
  subjects bytea not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  constraint trace_reads_pk primary key (controller_id, actor_kind, actor_id, day)
);
comment on table trace_reads is 'Whom an actor read on a day';
comment on column trace_reads.controller_id is 'Data controller';
comment on column trace_reads.actor_kind is 'employee, partner, customer, system or regulator';
comment on column trace_reads.actor_id is 'Employee number, partner id, customer id or service';
comment on column trace_reads.day is 'Day in UTC';
comment on column trace_reads.subjects is 'Roaring bitmap of trace_subject.number, portable format';
comment on column trace_reads.first_at is 'First read of the day';
comment on column trace_reads.last_at is 'Last read of the day';
alter table trace_reads enable row level security;
create policy trace_reads_of_controller on trace_reads
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy trace_reads_of_controller on trace_reads is 'A caller sees its own controller only';

create table trace_cursor (
  only_row boolean not null default true,
  next_log_index bigint not null default 0,
  constraint trace_cursor_pk primary key (only_row),
  constraint trace_cursor_single check (only_row)
);
comment on table trace_cursor is 'How far the bitmaps follow the log; one row for all controllers, ids only';
comment on column trace_cursor.only_row is 'Keeps the table at one row';
comment on column trace_cursor.next_log_index is 'First entry that is not in the bitmaps yet';
insert into trace_cursor default values;

create table leak_trace (
  controller_id text not null,
  id uuid not null,
  requested_by text not null,
  requested_at timestamptz not null,
  leaked_before timestamptz not null,
  sample integer not null,
  matched integer not null,
  population integer not null,
  suspects text not null,
  constraint leak_trace_pk primary key (controller_id, id)
);
comment on table leak_trace is 'Traces that were run, with their ranking; append-only evidence';
comment on column leak_trace.controller_id is 'Data controller';
comment on column leak_trace.id is 'UUIDv7';
comment on column leak_trace.requested_by is 'Employee number';
comment on column leak_trace.requested_at is 'When it was run';
comment on column leak_trace.leaked_before is 'Only reads before this time are looked at';
comment on column leak_trace.sample is 'How many people the sample named';
comment on column leak_trace.matched is 'How many of them anybody read';
comment on column leak_trace.population is 'How many people anybody read';
comment on column leak_trace.suspects is 'The ranking as JSON: actors and figures, no person of the sample';
alter table leak_trace enable row level security;
create policy leak_trace_of_controller on leak_trace
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy leak_trace_of_controller on leak_trace is 'A caller sees its own controller only';
create trigger leak_trace_append_only before update or delete or truncate on leak_trace
  for each statement execute function refuse_change();
revoke update, delete, truncate on leak_trace from audit;
