-- Packages that arrive from another controller (R-BT-04): files first, then everything checked, then one switch. New
-- people get new pseudonyms here, so that the seller's and ours never meet except in this table.
create table arrival (
  controller_id text not null,
  id uuid not null,
  transfer_id uuid not null,
  from_controller_id text not null,
  manifest text not null,
  signature text not null,
  seller_key text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  constraint arrival_pk primary key (controller_id, id),
  constraint arrival_once unique (controller_id, transfer_id)
);
comment on table arrival is 'Transfers that arrive, by their signed manifest; append-only';
comment on column arrival.controller_id is 'The controller that receives';
comment on column arrival.id is 'UUIDv7';
comment on column arrival.transfer_id is 'The transfer at the seller';
comment on column arrival.from_controller_id is 'The seller';
comment on column arrival.manifest is 'manifest.json as signed';
comment on column arrival.signature is 'The seller''s signature of it';
comment on column arrival.seller_key is 'Ed25519 public key it verified with, base64url';
comment on column arrival.opened_by is 'Employee number';
comment on column arrival.opened_at is 'When';
alter table arrival enable row level security;
create policy arrival_of_controller on arrival
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on arrival from records;

create table arrival_person (
  controller_id text not null,
  arrival_id uuid not null,
  source_id uuid not null,
  customer_id uuid not null,
  known boolean not null,
  constraint arrival_person_pk primary key (controller_id, arrival_id, source_id),
  constraint arrival_person_of_arrival foreign key (controller_id, arrival_id) references arrival (controller_id, id)
);
comment on table arrival_person is 'Under which pseudonym each person of an arrival is known here; append-only';
comment on column arrival_person.controller_id is 'The controller that receives';
comment on column arrival_person.arrival_id is 'The arrival';
comment on column arrival_person.source_id is 'The seller''s pseudonym';
comment on column arrival_person.customer_id is 'Ours';
comment on column arrival_person.known is 'She, or a policy of hers, was known here before';
alter table arrival_person enable row level security;
create policy arrival_person_of_controller on arrival_person
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on arrival_person from records;

create table arrival_switch (
  controller_id text not null,
  arrival_id uuid not null,
  switched_by text not null,
  switched_at timestamptz not null,
  constraint arrival_switch_pk primary key (controller_id, arrival_id),
  constraint arrival_switch_of_arrival foreign key (controller_id, arrival_id) references arrival (controller_id, id)
);
comment on table arrival_switch is 'Arrivals whose people are served here: one transaction, all or nobody; append-only';
comment on column arrival_switch.controller_id is 'The controller that receives';
comment on column arrival_switch.arrival_id is 'The arrival';
comment on column arrival_switch.switched_by is 'Employee number';
comment on column arrival_switch.switched_at is 'When';
alter table arrival_switch enable row level security;
create policy arrival_switch_of_controller on arrival_switch
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on arrival_switch from records;

create table arrival_receipt (
  controller_id text not null,
  arrival_id uuid not null,
  receipt text not null,
  signature text not null,
  issued_at timestamptz not null,
  constraint arrival_receipt_pk primary key (controller_id, arrival_id),
  constraint arrival_receipt_of_arrival foreign key (controller_id, arrival_id) references arrival (controller_id, id)
);
comment on table arrival_receipt is 'Signed receipts: what was found here of each item of the manifest; append-only';
comment on column arrival_receipt.controller_id is 'The controller that receives';
comment on column arrival_receipt.arrival_id is 'The arrival';
comment on column arrival_receipt.receipt is 'The receipt as signed';
comment on column arrival_receipt.signature is 'Ed25519 signature of it, base64url';
comment on column arrival_receipt.issued_at is 'When';
alter table arrival_receipt enable row level security;
create policy arrival_receipt_of_controller on arrival_receipt
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on arrival_receipt from records;
