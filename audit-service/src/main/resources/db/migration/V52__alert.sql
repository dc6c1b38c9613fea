-- What the monitor found, what was decided about it, and who is kept out (R-AU-03, R-AC-07).
create table alert (
  controller_id text not null,
  id uuid not null,
  actor_kind text not null,
  actor_id text not null,
  actor_role text not null,
  interception text not null,
  score double precision not null,
  contributions text not null,
  rule_version text not null,
  log_index bigint not null,
  raised_at timestamptz not null,
  state text not null default 'OPEN',
  decided_by text,
  decided_at timestamptz,
  reason text,
  constraint alert_pk primary key (controller_id, id),
  constraint alert_once unique (controller_id, actor_kind, actor_id, log_index),
  constraint alert_interception_known check (interception in ('WARN', 'STEP_UP', 'BLOCK', 'LOCK')),
  constraint alert_state_known check (state in ('OPEN', 'CONFIRMED', 'LIFTED')),
  constraint alert_decided_whole check ((state = 'OPEN') = (decided_by is null)
    and (decided_by is null) = (decided_at is null) and (decided_by is null) = (reason is null)),
  constraint alert_not_own check (decided_by is null or actor_kind <> 'employee' or decided_by <> actor_id)
);
comment on table alert is 'Alerts: one for each step that an actor''s score took on a day';
comment on column alert.controller_id is 'Data controller';
comment on column alert.id is 'UUIDv7';
comment on column alert.actor_kind is 'employee or partner';
comment on column alert.actor_id is 'Employee number or partner id';
comment on column alert.actor_role is 'Realm role whose rules were applied';
comment on column alert.interception is 'WARN, STEP_UP, BLOCK or LOCK';
comment on column alert.score is 'Points at that entry';
comment on column alert.contributions is 'JSON list: signal, measured, soft, hard, points; no person';
comment on column alert.rule_version is 'Rule version that was applied';
comment on column alert.log_index is 'The entry at which the step was taken';
comment on column alert.raised_at is 'When';
comment on column alert.state is 'OPEN, CONFIRMED or LIFTED';
comment on column alert.decided_by is 'Employee number of the reviewer';
comment on column alert.decided_at is 'When it was decided';
comment on column alert.reason is 'Why, in the reviewer''s words; never in the log';
create index alert_newest on alert (controller_id, id desc);
alter table alert enable row level security;
create policy alert_of_controller on alert
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy alert_of_controller on alert is 'A caller sees its own controller only';
revoke delete, truncate on alert from audit;

-- No row-level security: gateway and records-service fetch one list for all controllers; it names actors, no customers.
create table access_block (
  controller_id text not null,
  actor_kind text not null,
  actor_id text not null,
  interception text not null,
  alert_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  constraint access_block_pk primary key (controller_id, actor_kind, actor_id),
  constraint access_block_interception_known check (interception in ('STEP_UP', 'BLOCK', 'LOCK'))
);
comment on table access_block is 'Who is kept out or has to sign in anew, as fetched by those who enforce it';
comment on column access_block.controller_id is 'Data controller';
comment on column access_block.actor_kind is 'employee or partner';
comment on column access_block.actor_id is 'Employee number or partner id';
comment on column access_block.interception is 'STEP_UP, BLOCK or LOCK';
comment on column access_block.alert_id is 'The alert that led to it';
comment on column access_block.since is 'Sign-ins after this time fulfil STEP_UP';
comment on column access_block.until is 'When it ends by itself; null for BLOCK and LOCK';

create table access_block_version (
  only_row boolean not null default true,
  version bigint not null default 1,
  constraint access_block_version_pk primary key (only_row),
  constraint access_block_version_single check (only_row)
);
comment on table access_block_version is 'Moves with each change of access_block, in the same commit; one row, a number only';
comment on column access_block_version.only_row is 'Keeps the table at one row';
comment on column access_block_version.version is 'Version of the list';
insert into access_block_version default values;
