-- Where the monitor stands. All of it follows from the log: set the cursor to 0 and empty monitor_state, and it is rebuilt.
create table monitor_cursor (
  only_row boolean not null default true,
  next_log_index bigint not null default 0,
  constraint monitor_cursor_pk primary key (only_row),
  constraint monitor_cursor_single check (only_row)
);
comment on table monitor_cursor is 'How far the monitor follows the log; one row for all controllers, a number only, so no row-level security';
comment on column monitor_cursor.only_row is 'Keeps the table at one row';
comment on column monitor_cursor.next_log_index is 'First entry that was not scored yet';
insert into monitor_cursor default values;

create table monitor_state (
  controller_id text not null,
  actor_kind text not null,
  actor_id text not null,
  state bytea not null,
  observed_at timestamptz not null,
  constraint monitor_state_pk primary key (controller_id, actor_kind, actor_id),
  constraint monitor_state_bounded check (octet_length(state) <= 131072)
);
comment on table monitor_state is 'What the monitor remembers of an actor: today''s counters, what is usual, what lifted alarms widened';
comment on column monitor_state.controller_id is 'Data controller';
comment on column monitor_state.actor_kind is 'employee or partner';
comment on column monitor_state.actor_id is 'Employee number or partner id';
comment on column monitor_state.state is 'StateCodec; short hashes of customer ids, at most 4,096';
comment on column monitor_state.observed_at is 'Time of the last entry taken in';
alter table monitor_state enable row level security;
create policy monitor_state_of_controller on monitor_state
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy monitor_state_of_controller on monitor_state is 'Each transaction is bound to one controller at a time';

create table monitor_canary (
  controller_id text not null,
  subject_ref uuid not null,
  planted_by text not null,
  planted_at timestamptz not null,
  constraint monitor_canary_pk primary key (controller_id, subject_ref)
);
comment on table monitor_canary is 'Customer ids that nobody has a reason to look at: canary records (R-RC-15)';
comment on column monitor_canary.controller_id is 'Data controller';
comment on column monitor_canary.subject_ref is 'Id of the canary record';
comment on column monitor_canary.planted_by is 'Employee number';
comment on column monitor_canary.planted_at is 'When it was planted';
alter table monitor_canary enable row level security;
create policy monitor_canary_of_controller on monitor_canary
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy monitor_canary_of_controller on monitor_canary is 'A caller plants in its own controller only';
revoke update, delete, truncate on monitor_canary from audit;
