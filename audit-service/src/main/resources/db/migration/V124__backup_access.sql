-- R-RC-08: access to backups is under dual control. Whoever wants to restore a backup, or to delete one before its time, asks for exactly
-- that with a reason; another person approves; it is used once, within a day, by who asked. What was done is appended.
create table backup_access (
  controller_id text not null,
  id uuid not null,
  act text not null,
  records_backup text,
  keys_backup text,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  constraint backup_access_pk primary key (controller_id, id),
  constraint backup_access_act_known check (act in ('RESTORE', 'DELETE')),
  constraint backup_access_names_a_backup check (num_nonnulls(records_backup, keys_backup) > 0)
);
comment on table backup_access is 'Requests to restore or to delete backups, as asked; append-only, what follows stands in backup_access_step';
comment on column backup_access.controller_id is 'Data controller; distribution column of row-level security';
comment on column backup_access.id is 'UUIDv7';
comment on column backup_access.act is 'RESTORE, or DELETE before the backup has expired';
comment on column backup_access.records_backup is 'Id of the backup of consent, records and audit; null when it is not concerned';
comment on column backup_access.keys_backup is 'Id of the backup of the data keys; null when it is not concerned';
comment on column backup_access.reason is 'Why, as the operator wrote it; refused when it holds a person''s number';
comment on column backup_access.requested_by is 'Operator who asked, and who alone may use it';
comment on column backup_access.requested_at is 'When it was asked for';
alter table backup_access enable row level security;
create policy backup_access_of_controller on backup_access
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy backup_access_of_controller on backup_access is 'A caller sees its own controller only';
create trigger backup_access_append_only before update or delete or truncate on backup_access
  for each statement execute function refuse_change();
revoke update, delete, truncate on backup_access from audit;

create table backup_access_step (
  controller_id text not null,
  access_id uuid not null,
  sequence integer not null,
  kind text not null,
  taken_by text not null,
  at timestamptz not null,
  constraint backup_access_step_pk primary key (controller_id, access_id, sequence),
  constraint backup_access_step_of_access foreign key (controller_id, access_id) references backup_access (controller_id, id),
  constraint backup_access_step_kind_known check (kind in ('APPROVED', 'REJECTED', 'USED'))
);
comment on table backup_access_step is 'What was done about a request to touch a backup, in order; append-only. The state is computed from it';
comment on column backup_access_step.controller_id is 'Data controller; distribution column of row-level security';
comment on column backup_access_step.access_id is 'The request';
comment on column backup_access_step.sequence is 'From 1 within the request';
comment on column backup_access_step.kind is 'APPROVED by another person; REJECTED; USED, once';
comment on column backup_access_step.taken_by is 'By whom';
comment on column backup_access_step.at is 'When';
alter table backup_access_step enable row level security;
create policy backup_access_step_of_controller on backup_access_step
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy backup_access_step_of_controller on backup_access_step is 'A caller sees its own controller only';
create trigger backup_access_step_append_only before update or delete or truncate on backup_access_step
  for each statement execute function refuse_change();
revoke update, delete, truncate on backup_access_step from audit;
