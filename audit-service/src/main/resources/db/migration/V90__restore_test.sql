-- R-RC-08: a restore is tested at least quarterly, and the evidence is kept where the launcher, an operator's job or a
-- cluster's cannot change it afterwards: figures and the digest of the signed report; no person, no name.
create table restore_test (
  controller_id text not null,
  id uuid not null,
  report_sha256 text not null,
  records_backup text not null,
  keys_backup text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  passed boolean not null,
  rpo_seconds bigint not null,
  rto_seconds bigint not null,
  tables_compared integer not null,
  rows_compared bigint not null,
  ledger_entries integer not null,
  erased_tried integer not null,
  erased_readable integer not null,
  reported_by text not null,
  reported_at timestamptz not null,
  constraint restore_test_pk primary key (controller_id, id),
  constraint restore_test_once unique (controller_id, report_sha256),
  constraint restore_test_digest_shape check (report_sha256 ~ '^[0-9a-f]{64}$'),
  constraint restore_test_in_order check (ended_at >= started_at),
  constraint restore_test_counts check (rpo_seconds >= 0 and rto_seconds >= 0 and tables_compared >= 0
    and rows_compared >= 0 and ledger_entries >= 0 and erased_tried >= erased_readable and erased_readable >= 0),
  constraint restore_test_passes_only_when_nobody_is_readable check (not passed or erased_readable = 0)
);
comment on table restore_test is 'Restore drills and what they found (R-RC-08); append-only';
comment on column restore_test.controller_id is 'Data controller; distribution column of row-level security';
comment on column restore_test.id is 'UUIDv7';
comment on column restore_test.report_sha256 is 'SHA-256 of the signed report, hex; a report is kept once';
comment on column restore_test.records_backup is 'Id of the backup of consent, records and audit';
comment on column restore_test.keys_backup is 'Id of the backup of the data keys';
comment on column restore_test.started_at is 'When the drill began';
comment on column restore_test.ended_at is 'When it ended';
comment on column restore_test.passed is 'Whether it found no fault';
comment on column restore_test.rpo_seconds is 'Recovery point: seconds of commits that would have been lost then, an upper bound';
comment on column restore_test.rto_seconds is 'Recovery time: seconds until the restored databases could be read';
comment on column restore_test.tables_compared is 'Tables whose count and digest were compared with the backup''s';
comment on column restore_test.rows_compared is 'Rows in them';
comment on column restore_test.ledger_entries is 'People in the erasure ledger that was replayed';
comment on column restore_test.erased_tried is 'Erased people whom the drill tried to read';
comment on column restore_test.erased_readable is 'How many of them could be read; must be 0';
comment on column restore_test.reported_by is 'Operator who reported it';
comment on column restore_test.reported_at is 'When it was reported';
alter table restore_test enable row level security;
create policy restore_test_of_controller on restore_test
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy restore_test_of_controller on restore_test is 'A caller sees its own controller only';
create trigger restore_test_append_only before update or delete or truncate on restore_test
  for each statement execute function refuse_change();
revoke update, delete, truncate on restore_test from audit;
