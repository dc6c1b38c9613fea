-- Why: a file that was exported is a copy that no order reaches (R-RC-11: recipients are asked to confirm). Who destroys a person says in
-- which exports she stood; the certificate lists them with what their receivers confirmed.
create table outside_copy (
  controller_id text not null,
  plan_id uuid not null,
  export_id uuid not null,
  subject_ref uuid not null,
  receiver text not null,
  produced_at timestamptz not null,
  constraint outside_copy_pk primary key (controller_id, plan_id, export_id, subject_ref),
  constraint outside_copy_of_plan foreign key (controller_id, plan_id) references destruction_plan (controller_id, id)
);
comment on table outside_copy is 'Exports that were asked for of destroyed people and fetched; each receiver is asked to delete in destruction_recipient';
comment on column outside_copy.controller_id is 'Data controller';
comment on column outside_copy.plan_id is 'The plan';
comment on column outside_copy.export_id is 'Id of the export in records-service';
comment on column outside_copy.subject_ref is 'Customer id';
comment on column outside_copy.receiver is 'Employee number or organisation that it was encrypted to';
comment on column outside_copy.produced_at is 'When the file was made and fetched';
alter table outside_copy enable row level security;
create policy outside_copy_of_controller on outside_copy
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy outside_copy_of_controller on outside_copy is 'A caller sees its own controller only';
revoke update, delete, truncate on outside_copy from audit;
