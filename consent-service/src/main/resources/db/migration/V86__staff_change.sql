-- Joiner, mover, leaver (R-AC-03): proposed by one, approved by another, in force with the approval. What has to happen elsewhere
-- (the account at the identity provider, the customers in records-service) is a task that stays until it is done. Both task
-- tables hold ids, employee numbers and times only and have no row-level security, so that one job serves every controller.

create table staff_change (
    controller_id text        not null,
    id uuid not null,
    kind text not null,
    employee_no text not null,
    roles text[],
    branch text,
    roles_before text[],
    branch_before text,
    person_index bytea,
    external_check text,
    override_reason text,
    successor text,
    effective_on date not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    cancellation_evidence text,
    constraint staff_change_pk primary key (controller_id, id),
    constraint staff_change_kind_known check (kind in ('JOINER', 'MOVER', 'LEAVER')),
    constraint staff_change_four_eyes check (approved_by is null or (approved_by <> proposed_by and approved_by <> employee_no)),
    constraint staff_change_leaver_without_roles check ((kind = 'LEAVER') = (roles is null))
);
comment on table staff_change is 'Changes of staff from HR, with both people who decided (R-AC-03)';
comment on column staff_change.controller_id is 'data controller';
comment on column staff_change.id is 'UUIDv7';
comment on column staff_change.kind is 'JOINER, MOVER or LEAVER';
comment on column staff_change.employee_no is 'employee number';
comment on column staff_change.roles is 'realm roles of the new position; null for leavers';
comment on column staff_change.branch is 'branch of the new position';
comment on column staff_change.roles_before is 'realm roles of the old position, when known';
comment on column staff_change.branch_before is 'branch of the old position, when known';
comment on column staff_change.person_index is 'keyed index of the identity number; joiners only';
comment on column staff_change.external_check is 'reference of the check outside; joiners only';
comment on column staff_change.override_reason is 'why a listed person is hired all the same';
comment on column staff_change.successor is 'who takes over the customers';
comment on column staff_change.effective_on is 'not in force before this day in Asia/Shanghai';
comment on column staff_change.proposed_by is 'who proposed';
comment on column staff_change.proposed_at is 'when';
comment on column staff_change.approved_by is 'who approved';
comment on column staff_change.approved_at is 'when; in force since';
comment on column staff_change.cancellation_evidence is 'reference of the cancelled practice registration (K-18)';
alter table staff_change enable row level security;
alter table staff_change force row level security;
create policy staff_change_of_controller on staff_change
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on staff_change from consent;

create table account_task (
    controller_id text        not null,
    id uuid not null,
    employee_no text not null,
    kind text not null,
    roles text[],
    branch text,
    ordered_at timestamptz not null,
    due_at timestamptz not null,
    next_try_at timestamptz not null,
    attempts integer not null default 0,
    last_fault text,
    done_at timestamptz,
    constraint account_task_pk primary key (controller_id, id, employee_no),
    constraint account_task_kind_known check (kind in ('CLOSE', 'MOVE'))
);
comment on table account_task is 'What the identity provider still has to be told; no row-level security: ids and times only';
comment on column account_task.controller_id is 'data controller';
comment on column account_task.id is 'the staff change or ban behind it';
comment on column account_task.employee_no is 'whose account';
comment on column account_task.kind is 'CLOSE or MOVE';
comment on column account_task.roles is 'roles of the new position, for MOVE';
comment on column account_task.branch is 'branch of the new position, for MOVE';
comment on column account_task.ordered_at is 'when ordered';
comment on column account_task.due_at is '15 minutes later (R-AC-03)';
comment on column account_task.next_try_at is 'when it is tried next';
comment on column account_task.attempts is 'tries so far';
comment on column account_task.last_fault is 'a code of what went wrong last';
comment on column account_task.done_at is 'when the account was closed or moved';
create index account_task_open on account_task (next_try_at) where done_at is null;
revoke delete, truncate on account_task from consent;

create table reassignment (
    controller_id text        not null,
    id uuid not null,
    from_employee text not null,
    to_employee text not null,
    ordered_at timestamptz not null,
    done_at timestamptz,
    customers integer,
    constraint reassignment_pk primary key (controller_id, id, from_employee)
);
comment on table reassignment is 'Customers that have to go to somebody else; records-service does it and says how many; no row-level security: ids and times only';
comment on column reassignment.controller_id is 'data controller';
comment on column reassignment.id is 'the staff change or ban behind it';
comment on column reassignment.from_employee is 'who had them';
comment on column reassignment.to_employee is 'who gets them';
comment on column reassignment.ordered_at is 'when ordered';
comment on column reassignment.done_at is 'when records-service had moved them';
comment on column reassignment.customers is 'how many it moved';
create index reassignment_open on reassignment (ordered_at) where done_at is null;
revoke delete, truncate on reassignment from consent;

insert into duty_period (code, effective_from, counted_in, amount, escalate_hours, basis) values
    ('K-18', '2020-01-01', 'CALENDAR_DAYS', 5, '{72}', 'broker rules 72');
