-- A witness (监销人) may leave between the destruction and her word (R-RC-11, D-123). Nobody takes her place: her absence is reported, she
-- has days to come back, and then another person compares the log and says that she saw nothing.
-- contract: widened by values that pods of the released version never write; while both run, they refuse to read a plan that has them
alter table destruction_step drop constraint destruction_step_kind_known, add constraint destruction_step_kind_known
  check (kind in ('PROPOSED', 'CHANGED', 'APPROVED', 'STARTED', 'STOPPED', 'EXECUTED', 'WITNESSED', 'WITNESS_ABSENT', 'LOG_CONFIRMED',
                  'CERTIFIED', 'VOIDED'));
comment on column destruction_step.detail is 'A code that explains: the named witness, why it stopped and at which item, why the witness cannot speak';

alter table destruction_period add column absence_days integer not null default 5;
comment on column destruction_period.absence_days is 'Calendar days that a witness reported absent has to give her word after all; * = product default';
