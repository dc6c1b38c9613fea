-- R-BT-01, K-17: what the regulator gets about a transfer, signed by the seller, as it was issued. The change takes effect with the cut-over.
create table transfer_dossier (
  controller_id text not null,
  transfer_id uuid not null,
  number integer not null,
  body text not null,
  signature text not null,
  sha256 text not null,
  issued_by text not null,
  issued_at timestamptz not null,
  constraint transfer_dossier_pk primary key (controller_id, transfer_id, number),
  constraint transfer_dossier_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id),
  constraint transfer_dossier_number_from_1 check (number > 0)
);
comment on table transfer_dossier is 'Dossiers of transfers for the regulator, as issued; append-only';
comment on column transfer_dossier.controller_id is 'The controller that hands over';
comment on column transfer_dossier.transfer_id is 'The transfer';
comment on column transfer_dossier.number is 'From 1 within the transfer: a later one says what happened since';
comment on column transfer_dossier.body is 'JSON exactly as signed; counts, digests and employee numbers, no customer';
comment on column transfer_dossier.signature is 'Ed25519 over the body, base64url';
comment on column transfer_dossier.sha256 is 'SHA-256 of the body, base64url; the event transfer.dossier.issued has the same';
comment on column transfer_dossier.issued_by is 'Employee number';
comment on column transfer_dossier.issued_at is 'When';
alter table transfer_dossier enable row level security;
create policy transfer_dossier_of_controller on transfer_dossier
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy transfer_dossier_of_controller on transfer_dossier is 'A caller sees its own controller only';
revoke update, delete, truncate on transfer_dossier from records;
insert into duty_period (code, effective_from, counted_in, amount, alarm_hours, basis) values
  ('K-17', '2020-01-01', 'CALENDAR_DAYS', 5, '{72}', 'Rules on insurance brokers 18; counted in calendar days, the shorter reading');
