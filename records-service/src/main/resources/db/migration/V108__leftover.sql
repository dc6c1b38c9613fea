-- What becomes of the seller's copy of each class that was handed over (R-BT-01, R-BT-05): decided before the transfer closes.
create table transfer_leftover (
  controller_id text not null,
  transfer_id uuid not null,
  item_class text not null,
  decision text not null,
  basis text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  constraint transfer_leftover_pk primary key (controller_id, transfer_id, item_class),
  constraint transfer_leftover_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id),
  constraint transfer_leftover_decision_known check (decision in ('KEEP_RESTRICTED', 'DESTROY'))
);
comment on table transfer_leftover is 'Decisions about what the seller still holds after a transfer; append-only';
comment on column transfer_leftover.controller_id is 'The controller that handed over';
comment on column transfer_leftover.transfer_id is 'The transfer';
comment on column transfer_leftover.item_class is 'Class of the package';
comment on column transfer_leftover.decision is 'KEEP_RESTRICTED under an article until its period ends, or DESTROY';
comment on column transfer_leftover.basis is 'Retention class (RT-02) or article for keeping; order or file number for destroying';
comment on column transfer_leftover.decided_by is 'Employee number';
comment on column transfer_leftover.decided_at is 'When';
alter table transfer_leftover enable row level security;
create policy transfer_leftover_of_controller on transfer_leftover
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on transfer_leftover from records;
