-- Whom a complaint is about (R-CP-01: a handler has no interest in the matter). Named by whoever gives the case to a handler, after
-- reading it; a table of its own, since employees of this controller mean nothing to the receiver of a transferred case.
create table complaint_concern (
    controller_id text        not null,
    complaint_id  uuid        not null,
    employee_no   text        not null,
    named_by      text        not null,
    named_at      timestamptz not null,
    constraint complaint_concern_pk primary key (controller_id, complaint_id, employee_no),
    constraint complaint_concern_of_complaint foreign key (controller_id, complaint_id) references complaint (controller_id, id)
);
comment on table complaint_concern is 'Employees whom a complaint is about: they take no step in it; append-only';
comment on column complaint_concern.controller_id is 'data controller';
comment on column complaint_concern.complaint_id is 'the complaint';
comment on column complaint_concern.employee_no is 'employee number of whom it is about';
comment on column complaint_concern.named_by is 'employee number of who said so';
comment on column complaint_concern.named_at is 'when';
alter table complaint_concern enable row level security;
alter table complaint_concern force row level security;
create policy complaint_concern_of_controller on complaint_concern
    using (controller_id = current_setting('shouxin.controller', true));
comment on policy complaint_concern_of_controller on complaint_concern is 'a caller sees its own controller only';
revoke update, delete, truncate on complaint_concern from consent;
create trigger complaint_concern_append_only before update or delete or truncate on complaint_concern
    for each statement execute function refuse_change();
