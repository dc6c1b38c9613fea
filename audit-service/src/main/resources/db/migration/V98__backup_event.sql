-- Why: whoever made, checked or deleted a backup leaves evidence outside the folder that the backups are in (R-RC-08; story, step 20).
create table backup_event (
  controller_id text not null,
  backup_set text not null,
  backup_id text not null,
  kind text not null,
  sha256 text not null,
  reported_by text not null,
  reported_at timestamptz not null,
  constraint backup_event_pk primary key (controller_id, backup_set, backup_id, kind),
  constraint backup_event_set_known check (backup_set in ('records', 'keys')),
  constraint backup_event_kind_known check (kind in ('TAKEN', 'PURGED')),
  constraint backup_event_digest_shape check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table backup_event is 'Backups taken and deleted, as the operator or the schedule reports them, once each; append-only';
comment on column backup_event.controller_id is 'Data controller; distribution column of row-level security';
comment on column backup_event.backup_set is 'records or keys';
comment on column backup_event.backup_id is 'Id of the backup in its catalogue';
comment on column backup_event.kind is 'TAKEN, PURGED';
comment on column backup_event.sha256 is 'SHA-256 of the sealed file, hex';
comment on column backup_event.reported_by is 'Operator who reported it';
comment on column backup_event.reported_at is 'When it was reported';
alter table backup_event enable row level security;
create policy backup_event_of_controller on backup_event
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy backup_event_of_controller on backup_event is 'A caller sees its own controller only';
create trigger backup_event_append_only before update or delete or truncate on backup_event
  for each statement execute function refuse_change();
revoke update, delete, truncate on backup_event from audit;
