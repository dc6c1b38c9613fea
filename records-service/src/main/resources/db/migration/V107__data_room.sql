-- The due-diligence room (R-BT-03, DR-12): before the closing the buyer sees aggregates only. The room keeps blocks of at
-- least k people with what they have in common, counted once when it is opened; nothing in it leads back to a person.
create table data_room (
  controller_id text not null,
  id uuid not null,
  transfer_id uuid not null,
  smallest_cell integer not null,
  people integer not null,
  agreement_sha256 text not null,
  expires_at timestamptz not null,
  opened_by text not null,
  opened_at timestamptz not null,
  constraint data_room_pk primary key (controller_id, id),
  constraint data_room_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id),
  constraint data_room_once unique (controller_id, transfer_id),
  constraint data_room_agreement_form check (agreement_sha256 ~ '^[0-9a-f]{64}$'),
  constraint data_room_cell_large check (smallest_cell >= 10)
);
comment on table data_room is 'Due-diligence rooms; append-only';
comment on column data_room.controller_id is 'The controller that hands over';
comment on column data_room.id is 'UUIDv7';
comment on column data_room.transfer_id is 'The transfer';
comment on column data_room.smallest_cell is 'k: no count that is shown, and no difference of such counts, is below it';
comment on column data_room.people is 'People in its blocks, as of the opening';
comment on column data_room.agreement_sha256 is 'Digest of the confidentiality agreement that viewers accept';
comment on column data_room.expires_at is 'Until when it is open';
comment on column data_room.opened_by is 'Employee number';
comment on column data_room.opened_at is 'When the people were counted';
alter table data_room enable row level security;
create policy data_room_of_controller on data_room
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on data_room from records;

create table data_room_block (
  controller_id text not null,
  room_id uuid not null,
  block integer not null,
  gender text,
  age_band text,
  insurer text,
  policies text,
  people integer not null,
  constraint data_room_block_pk primary key (controller_id, room_id, block),
  constraint data_room_block_of_room foreign key (controller_id, room_id) references data_room (controller_id, id)
);
comment on table data_room_block is 'Blocks of people by what they have in common; append-only';
comment on column data_room_block.controller_id is 'The controller that hands over';
comment on column data_room_block.room_id is 'The room';
comment on column data_room_block.block is 'From 1';
comment on column data_room_block.gender is 'Common to all, or null';
comment on column data_room_block.age_band is 'Common to all, or null: ten years, such as 30-39';
comment on column data_room_block.insurer is 'Insurer of the first policy, common to all, or null';
comment on column data_room_block.policies is 'How many policies each has, common to all, or null: 0, 1, 2, 3+';
comment on column data_room_block.people is 'At least k';
alter table data_room_block enable row level security;
create policy data_room_block_of_controller on data_room_block
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on data_room_block from records;

create table data_room_viewer (
  controller_id text not null,
  room_id uuid not null,
  employee_no text not null,
  accepted_at timestamptz,
  constraint data_room_viewer_pk primary key (controller_id, room_id, employee_no),
  constraint data_room_viewer_of_room foreign key (controller_id, room_id) references data_room (controller_id, id)
);
comment on table data_room_viewer is 'Named people of the buyer';
comment on column data_room_viewer.controller_id is 'The controller that hands over';
comment on column data_room_viewer.room_id is 'The room';
comment on column data_room_viewer.employee_no is 'Employee number at the buyer';
comment on column data_room_viewer.accepted_at is 'When the confidentiality agreement was accepted; nothing is shown before';
alter table data_room_viewer enable row level security;
create policy data_room_viewer_of_controller on data_room_viewer
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on data_room_viewer from records;

create table data_room_view (
  controller_id text not null,
  room_id uuid not null,
  id uuid not null,
  employee_no text not null,
  shown text not null,
  viewed_at timestamptz not null,
  constraint data_room_view_pk primary key (controller_id, room_id, id),
  constraint data_room_view_of_viewer foreign key (controller_id, room_id, employee_no)
    references data_room_viewer (controller_id, room_id, employee_no)
);
comment on table data_room_view is 'Who was shown what, and when; append-only';
comment on column data_room_view.controller_id is 'The controller that hands over';
comment on column data_room_view.room_id is 'The room';
comment on column data_room_view.id is 'UUIDv7; stands in the watermark of what was shown';
comment on column data_room_view.employee_no is 'Employee number at the buyer';
comment on column data_room_view.shown is 'Dimensions of the table, or SAMPLE, or NOTES';
comment on column data_room_view.viewed_at is 'When';
alter table data_room_view enable row level security;
create policy data_room_view_of_controller on data_room_view
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on data_room_view from records;

create table data_room_note (
  controller_id text not null,
  room_id uuid not null,
  id uuid not null,
  body text not null,
  written_by text not null,
  written_at timestamptz not null,
  constraint data_room_note_pk primary key (controller_id, room_id, id),
  constraint data_room_note_of_room foreign key (controller_id, room_id) references data_room (controller_id, id)
);
comment on table data_room_note is 'Explanations for viewers, without numbers of people; append-only';
comment on column data_room_note.controller_id is 'The controller that hands over';
comment on column data_room_note.room_id is 'The room';
comment on column data_room_note.id is 'UUIDv7';
comment on column data_room_note.body is 'The text; refused where it has the pattern of an identity or phone number';
comment on column data_room_note.written_by is 'Employee number';
comment on column data_room_note.written_at is 'When';
alter table data_room_note enable row level security;
create policy data_room_note_of_controller on data_room_note
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on data_room_note from records;
