-- Why: who leaked must have held what was leaked. Of each reader's day, whom was read by which set of fields: a trace that knows
-- the leaked fields counts only the people of whom a reader had them all (R-AU-04). Derived from the log like trace_reads, by a
-- cursor of its own, so that an installation that is upgraded fills it from the first entry on.
create table trace_held (
  controller_id text not null,
  actor_kind text not null,
  actor_id text not null,
  day date not null,
  fields text not null,
  subjects bytea not null,
  constraint trace_held_pk primary key (controller_id, actor_kind, actor_id, day, fields)
);
comment on table trace_held is 'Whom an actor read on a day, by the fields that were read together';
comment on column trace_held.controller_id is 'Data controller';
comment on column trace_held.actor_kind is 'employee or partner';
comment on column trace_held.actor_id is 'Employee number or partner id';
comment on column trace_held.day is 'Day in UTC';
comment on column trace_held.fields is 'Names of the fields in their order, separated by commas';
comment on column trace_held.subjects is 'Roaring bitmap of trace_subject.number, portable format';
alter table trace_held enable row level security;
create policy trace_held_of_controller on trace_held
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy trace_held_of_controller on trace_held is 'A caller sees its own controller only';

alter table trace_cursor add column next_held_index bigint not null default 0;
comment on column trace_cursor.next_held_index is 'First entry that is not in trace_held yet';

alter table leak_trace add column known_fields text not null default '';
comment on column leak_trace.known_fields is 'Fields that were leaked, separated by commas; empty when not known';

-- Findings of watermarks are few among millions.
create index log_entry_of_watermark on log_entry (log_index)
  where entry like '%"type":"export.watermark.found"%';
