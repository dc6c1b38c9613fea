-- A joiner's account is opened by the task that closes leavers' accounts (R-AC-03).
alter table account_task drop constraint account_task_kind_known;
alter table account_task add constraint account_task_kind_known check (kind in ('OPEN', 'CLOSE', 'MOVE'));
comment on column account_task.kind is 'OPEN, CLOSE or MOVE';
comment on column account_task.roles is 'roles of the new position, for OPEN and MOVE';
comment on column account_task.branch is 'branch of the new position, for OPEN and MOVE';
comment on column account_task.done_at is 'when the account was opened, closed or moved';
