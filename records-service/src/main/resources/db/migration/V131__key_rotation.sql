-- R-BT-05: that a controller's data keys are all wrapped by a new key-encryption key stands in the log once, with its event.
create table key_rotation (
  controller_id text not null,
  key_encryption_key_id integer not null,
  noted_at timestamptz not null,
  constraint key_rotation_pk primary key (controller_id, key_encryption_key_id)
);
comment on table key_rotation is 'Key-encryption keys by which all data keys of a controller were once wrapped; the first is that of its beginning; append-only';
comment on column key_rotation.controller_id is 'Data controller';
comment on column key_rotation.key_encryption_key_id is 'Id of the key in its keyset or transit engine; no secret';
comment on column key_rotation.noted_at is 'When no data key was wrapped by another one any more';
alter table key_rotation enable row level security;
create policy key_rotation_of_controller on key_rotation
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on key_rotation from records;
