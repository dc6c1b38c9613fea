-- Whom an incident touches (R-IN-02): computed from the log up to a stated size, so that anybody can compute it again.
create table incident_affected (
  controller_id text not null,
  incident_id uuid not null,
  version integer not null,
  exposures text not null,
  log_size bigint not null,
  persons integer not null,
  fields text[] not null,
  digest text not null,
  computed_at timestamptz not null,
  computed_by text not null,
  constraint incident_affected_pk primary key (controller_id, incident_id, version),
  constraint incident_affected_of_incident foreign key (controller_id, incident_id) references incident (controller_id, id)
);
comment on table incident_affected is 'Computed lists of affected persons; append-only';
comment on column incident_affected.controller_id is 'Data controller';
comment on column incident_affected.incident_id is 'The incident';
comment on column incident_affected.version is 'From 1 within the incident';
comment on column incident_affected.exposures is 'What was asked of the log, as JSON: actors, times, fields';
comment on column incident_affected.log_size is 'Entries of the log that were looked at: all below this place';
comment on column incident_affected.persons is 'How many persons';
comment on column incident_affected.fields is 'Names of the fields exposed of anybody';
comment on column incident_affected.digest is 'SHA-256 of the sorted lines person, fields; base64url';
comment on column incident_affected.computed_at is 'When';
comment on column incident_affected.computed_by is 'Employee number';
alter table incident_affected enable row level security;
create policy incident_affected_of_controller on incident_affected
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy incident_affected_of_controller on incident_affected is 'A caller sees its own controller only';
create trigger incident_affected_append_only before update or delete or truncate on incident_affected
  for each statement execute function refuse_change();
revoke update, delete, truncate on incident_affected from audit;

create table incident_person (
  controller_id text not null,
  incident_id uuid not null,
  version integer not null,
  subject_ref uuid not null,
  fields text[] not null,
  constraint incident_person_pk primary key (controller_id, incident_id, version, subject_ref),
  constraint incident_person_of_list foreign key (controller_id, incident_id, version)
    references incident_affected (controller_id, incident_id, version)
);
comment on table incident_person is 'The persons of a list; append-only';
comment on column incident_person.controller_id is 'Data controller';
comment on column incident_person.incident_id is 'The incident';
comment on column incident_person.version is 'Version of the list';
comment on column incident_person.subject_ref is 'Customer id';
comment on column incident_person.fields is 'Names of this person''s fields that were exposed, sorted';
alter table incident_person enable row level security;
create policy incident_person_of_controller on incident_person
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy incident_person_of_controller on incident_person is 'A caller sees its own controller only';
create trigger incident_person_append_only before update or delete or truncate on incident_person
  for each statement execute function refuse_change();
revoke update, delete, truncate on incident_person from audit;
