-- R-BT-04: a transfer's package is made only after a verified backup. A restore drill that passed verifies the backup that it restored: the
-- event backup.verified names it, and this row says when that backup was begun.
alter table restore_test add column records_backed_up_at timestamptz;
alter table restore_test add column verified_event_id uuid;
-- contract: the pods of the release before leave both columns empty, which the check accepts
alter table restore_test add constraint restore_test_verifies_only_when_passed
  check (verified_event_id is null or (passed and records_backed_up_at is not null));
comment on column restore_test.records_backed_up_at is 'When the restored backup of consent, records and audit was begun; null in reports that did not tell';
comment on column restore_test.verified_event_id is 'Event backup.verified of a drill that passed; null otherwise';
-- contract: the pods of the release before leave the column empty, so the index is empty for them
create unique index restore_test_of_event on restore_test (controller_id, verified_event_id) where verified_event_id is not null;
