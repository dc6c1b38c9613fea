-- The package in which a transfer hands people over (R-BT-04, DR-12): who moves is law data and frozen at the cut-over;
-- the package is made chunk after chunk, and what a crash leaves is resumed from the ledger.
create table moving_rule (
  deal_type text not null,
  situation text not null,
  effective_from date not null,
  disposition text not null,
  basis text not null,
  constraint moving_rule_pk primary key (deal_type, situation, effective_from),
  constraint moving_rule_situation_known check (situation in ('OBJECTED', 'RESTRICTED', 'UNREACHABLE', 'TOLD', 'UNTOLD')),
  constraint moving_rule_disposition_known check (disposition in ('MOVES', 'MOVES_RESTRICTED', 'STAYS'))
);
comment on table moving_rule is 'What becomes of a person of a transfer, effective-dated (DR-12, promise 7); no row-level security: law, the same for all';
comment on column moving_rule.deal_type is 'A deal type, or * for those without a row of their own';
comment on column moving_rule.situation is 'OBJECTED, RESTRICTED, UNREACHABLE, TOLD, UNTOLD: the first that holds, in this order';
comment on column moving_rule.effective_from is 'Transfers opened from this day on use this row';
comment on column moving_rule.disposition is 'MOVES, MOVES_RESTRICTED (arrives restricted) or STAYS (never in the package)';
comment on column moving_rule.basis is 'Article or product default';
revoke insert, update, delete, truncate on moving_rule from records;
insert into moving_rule (deal_type, situation, effective_from, disposition, basis) values
  ('*', 'OBJECTED', '2021-11-01', 'STAYS', 'DR-12: objectors are excluded; kept restricted or destroyed by the seller'),
  ('*', 'RESTRICTED', '2021-11-01', 'MOVES_RESTRICTED', 'R-BT-04: restrictions travel with the data'),
  ('*', 'UNREACHABLE', '2021-11-01', 'MOVES', 'DR-12: the public notice stands for the delivery'),
  ('*', 'TOLD', '2021-11-01', 'MOVES', 'PIPL 22'),
  ('*', 'UNTOLD', '2021-11-01', 'STAYS', 'PIPL 22: nobody moves without having been told'),
  ('EQUITY', 'OBJECTED', '2021-11-01', 'STAYS', 'DR-12: the controller does not change, nothing moves'),
  ('EQUITY', 'RESTRICTED', '2021-11-01', 'STAYS', 'DR-12: the controller does not change, nothing moves'),
  ('EQUITY', 'UNREACHABLE', '2021-11-01', 'STAYS', 'DR-12: the controller does not change, nothing moves'),
  ('EQUITY', 'TOLD', '2021-11-01', 'STAYS', 'DR-12: the controller does not change, nothing moves'),
  ('EQUITY', 'UNTOLD', '2021-11-01', 'STAYS', 'DR-12: the controller does not change, nothing moves');

alter table transfer_person add column situation text;
alter table transfer_person add column disposition text;
alter table transfer_person add column chunk integer;
comment on column transfer_person.situation is 'Why, as found at the cut-over; DESTROYED when her data key was destroyed; null before';
comment on column transfer_person.disposition is 'MOVES, MOVES_RESTRICTED or STAYS, frozen at the cut-over; null before';
comment on column transfer_person.chunk is 'In which chunk of the package she travels, from 1; null when she stays';
create index transfer_person_of_chunk on transfer_person (controller_id, transfer_id, chunk) where chunk is not null;

alter table customer add column departed_at timestamptz;
comment on column customer.departed_at is 'Since when another controller continues the duties; from then on nobody here is served';

create table transfer_receiver (
  controller_id text not null,
  transfer_id uuid not null,
  receiving_key text not null,
  signing_key text not null,
  named_by text not null,
  named_at timestamptz not null,
  constraint transfer_receiver_pk primary key (controller_id, transfer_id),
  constraint transfer_receiver_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id)
);
comment on table transfer_receiver is 'Public keys of the receiver, before anybody approves the package; append-only';
comment on column transfer_receiver.controller_id is 'The controller that hands over';
comment on column transfer_receiver.transfer_id is 'The transfer';
comment on column transfer_receiver.receiving_key is 'X25519 public key, base64url: the package is sealed to it';
comment on column transfer_receiver.signing_key is 'Ed25519 public key, base64url: the receipt verifies with it';
comment on column transfer_receiver.named_by is 'Employee number';
comment on column transfer_receiver.named_at is 'When';
alter table transfer_receiver enable row level security;
create policy transfer_receiver_of_controller on transfer_receiver
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on transfer_receiver from records;

create table package_chunk (
  controller_id text not null,
  transfer_id uuid not null,
  chunk integer not null,
  people integer not null,
  packed_at timestamptz not null,
  constraint package_chunk_pk primary key (controller_id, transfer_id, chunk),
  constraint package_chunk_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id)
);
comment on table package_chunk is 'Chunks of a package that are complete; append-only';
comment on column package_chunk.controller_id is 'The controller that hands over';
comment on column package_chunk.transfer_id is 'The transfer';
comment on column package_chunk.chunk is 'From 1';
comment on column package_chunk.people is 'People in it';
comment on column package_chunk.packed_at is 'When';
alter table package_chunk enable row level security;
create policy package_chunk_of_controller on package_chunk
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on package_chunk from records;

create table package_file (
  controller_id text not null,
  transfer_id uuid not null,
  name text not null,
  item_class text not null,
  chunk integer not null,
  items integer not null,
  bytes bigint not null,
  sha256 text not null,
  leaves bytea not null,
  constraint package_file_pk primary key (controller_id, transfer_id, name),
  constraint package_file_of_chunk foreign key (controller_id, transfer_id, chunk)
    references package_chunk (controller_id, transfer_id, chunk),
  constraint package_file_leaves check (octet_length(leaves) = 32 * items)
);
comment on table package_file is 'Sealed files of a package; append-only';
comment on column package_file.controller_id is 'The controller that hands over';
comment on column package_file.transfer_id is 'The transfer';
comment on column package_file.name is 'Name in the package';
comment on column package_file.item_class is 'Class of its items';
comment on column package_file.chunk is 'Chunk of people';
comment on column package_file.items is 'How many';
comment on column package_file.bytes is 'Size as sealed';
comment on column package_file.sha256 is 'SHA-256 of the sealed file, hexadecimal';
comment on column package_file.leaves is 'RFC 6962 leaf hashes of its items, one after the other';
alter table package_file enable row level security;
create policy package_file_of_controller on package_file
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on package_file from records;

create table package_shared_item (
  controller_id text not null,
  transfer_id uuid not null,
  leaf bytea not null,
  constraint package_shared_item_pk primary key (controller_id, transfer_id, leaf)
);
comment on table package_shared_item is 'Items that concern several people, such as notices: in the package once';
comment on column package_shared_item.controller_id is 'The controller that hands over';
comment on column package_shared_item.transfer_id is 'The transfer';
comment on column package_shared_item.leaf is 'Leaf hash';
alter table package_shared_item enable row level security;
create policy package_shared_item_of_controller on package_shared_item
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on package_shared_item from records;

create table package_manifest (
  controller_id text not null,
  transfer_id uuid not null,
  manifest text not null,
  signature text not null,
  sealed_at timestamptz not null,
  constraint package_manifest_pk primary key (controller_id, transfer_id),
  constraint package_manifest_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id)
);
comment on table package_manifest is 'Signed manifests of complete packages; append-only';
comment on column package_manifest.controller_id is 'The controller that hands over';
comment on column package_manifest.transfer_id is 'The transfer';
comment on column package_manifest.manifest is 'manifest.json as signed';
comment on column package_manifest.signature is 'Ed25519 signature of it, base64url';
comment on column package_manifest.sealed_at is 'When the package was complete';
alter table package_manifest enable row level security;
create policy package_manifest_of_controller on package_manifest
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on package_manifest from records;
