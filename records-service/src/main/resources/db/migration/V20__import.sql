-- Why: a book of business is imported once, goes on after a crash where it stopped, and shows its progress
-- (R-RC-01). The checkpoint moves in the transaction of the rows it counts, so a batch exists wholly or not.
create table import (
  controller_id text not null,
  id uuid not null,
  sha256 bytea not null,
  size_bytes bigint not null,
  state text not null,
  refusal text,
  duplicate_of uuid,
  received_at timestamptz not null,
  received_by text not null,
  received_role text not null,
  employee_no text,
  touched_at timestamptz not null,
  finished_at timestamptz,
  checkpoint_row bigint not null default 0,
  rows_read bigint not null default 0,
  rows_accepted bigint not null default 0,
  rows_rejected bigint not null default 0,
  new_customers bigint not null default 0,
  known_customers bigint not null default 0,
  new_policies bigint not null default 0,
  constraint import_pk primary key (controller_id, id),
  constraint import_state_known check (state in ('RUNNING', 'COMPLETED', 'IMPORT_DUPLICATE', 'FAILED')),
  constraint import_digest_size check (octet_length(sha256) = 32),
  constraint import_duplicate_named check ((state = 'IMPORT_DUPLICATE') = (duplicate_of is not null)),
  constraint import_original foreign key (controller_id, duplicate_of) references import (controller_id, id)
);
create unique index import_once on import (controller_id, sha256) where state in ('RUNNING', 'COMPLETED');
comment on table import is 'Files received as books of business, and how far each was read.';
comment on column import.controller_id is 'Data controller; distribution column of row-level security.';
comment on column import.id is 'UUIDv7.';
comment on column import.sha256 is 'Digest of the file: the same file is imported once.';
comment on column import.size_bytes is 'Length of the file.';
comment on column import.state is 'RUNNING, COMPLETED, IMPORT_DUPLICATE (the same file again), FAILED.';
comment on column import.refusal is 'Code of the fault that ended a FAILED import.';
comment on column import.duplicate_of is 'The import that read this file.';
comment on column import.received_at is 'When the file arrived; its day is the day that validity is judged by.';
comment on column import.received_by is 'Who sent it, as audit events name them.';
comment on column import.received_role is 'The role they acted in.';
comment on column import.employee_no is 'Their employee number, if they have one.';
comment on column import.touched_at is 'Last sign of life; an import without any for long may be taken over.';
comment on column import.finished_at is 'When it ended.';
comment on column import.checkpoint_row is 'Last row of the file whose batch is committed.';
comment on column import.rows_read is 'Data rows judged.';
comment on column import.rows_accepted is 'Rows without error: their policies are in the register.';
comment on column import.rows_rejected is 'Rows kept out of the book by an error.';
comment on column import.new_customers is 'People not known before.';
comment on column import.known_customers is 'People recognised.';
comment on column import.new_policies is 'Policies not known before.';
alter table import enable row level security;
create policy import_of_controller on import
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on import from records;

-- Why: every fault of every row is told to the sender; never a value, only where it is and which rule it breaks.
create table import_defect (
  controller_id text not null,
  import_id uuid not null,
  row_number bigint not null,
  ordinal integer not null,
  application_no text not null,
  column_name text not null,
  code text not null,
  constraint import_defect_pk primary key (controller_id, import_id, row_number, ordinal),
  constraint import_defect_import foreign key (controller_id, import_id) references import (controller_id, id)
);
comment on table import_defect is 'Faults found in the rows of an import; holds no personal value.';
comment on column import_defect.controller_id is 'Data controller; distribution column of row-level security.';
comment on column import_defect.import_id is 'The import.';
comment on column import_defect.row_number is 'Row as a spreadsheet counts.';
comment on column import_defect.ordinal is 'Order within the row.';
comment on column import_defect.application_no is 'Application number of the row; empty when it could name a person.';
comment on column import_defect.column_name is 'Column name as the file spells it; empty for the row as a whole.';
comment on column import_defect.code is 'Code of DR-00 to DR-06 or of the file.';
alter table import_defect enable row level security;
create policy import_defect_of_controller on import_defect
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on import_defect from records;
