-- Complaints (R-CP-01). What the customer wrote is personal data: it is sealed in records-service under her own
-- key; here stands only the sealed text's id.
create table complaint (
    controller_id text        not null,
    id            uuid        not null,
    number        text        not null,
    customer_id   uuid        not null,
    text_id       uuid        not null,
    received_at   timestamptz not null,
    channel       text        not null,
    constraint complaint_pk primary key (controller_id, id),
    constraint complaint_number_unique unique (controller_id, number),
    constraint complaint_text_unique unique (controller_id, text_id)
);
comment on table complaint is 'Complaints as received; append-only, what follows stands in complaint_step';
comment on column complaint.controller_id is 'data controller';
comment on column complaint.id is 'UUIDv7';
comment on column complaint.number is 'receipt number that the customer is told';
comment on column complaint.customer_id is 'who complains';
comment on column complaint.text_id is 'sealed text in records-service';
comment on column complaint.received_at is 'when it reached the broker, by any channel, day or night';
comment on column complaint.channel is 'portal, phone, counter, letter, regulator';
create index complaint_by_customer on complaint (controller_id, customer_id, received_at desc);
alter table complaint enable row level security;
alter table complaint force row level security;
create policy complaint_of_controller on complaint using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on complaint from consent;
create trigger complaint_append_only before update or delete or truncate on complaint
    for each statement execute function refuse_change();

create table complaint_step (
    controller_id text        not null,
    complaint_id  uuid        not null,
    sequence      integer     not null,
    kind          text        not null,
    at            timestamptz not null,
    employee_no   text        not null,
    text_id       uuid,
    promise_id    uuid,
    due_on        date,
    constraint complaint_step_pk primary key (controller_id, complaint_id, sequence),
    constraint complaint_step_of_complaint foreign key (controller_id, complaint_id) references complaint (controller_id, id),
    constraint complaint_step_kind_known
        check (kind in ('ASSIGNED', 'RESPONDED', 'DECIDED', 'PROMISED', 'PROMISE_KEPT', 'CLOSED')),
    constraint complaint_step_promise_dated check (kind <> 'PROMISED' or due_on is not null)
);
comment on table complaint_step is 'What the broker did with a complaint, in order; append-only';
comment on column complaint_step.controller_id is 'data controller';
comment on column complaint_step.complaint_id is 'the complaint';
comment on column complaint_step.sequence is 'from 1 within the complaint';
comment on column complaint_step.kind is 'ASSIGNED, RESPONDED, DECIDED, PROMISED, PROMISE_KEPT, CLOSED';
comment on column complaint_step.at is 'when';
comment on column complaint_step.employee_no is 'who did it; for ASSIGNED, whom the complaint was given to';
comment on column complaint_step.text_id is 'sealed text of an answer in records-service';
comment on column complaint_step.promise_id is 'the promise that is made or kept';
comment on column complaint_step.due_on is 'by when a promise is kept';
alter table complaint_step enable row level security;
alter table complaint_step force row level security;
create policy complaint_step_of_controller on complaint_step
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on complaint_step from consent;
create trigger complaint_step_append_only before update or delete or truncate on complaint_step
    for each statement execute function refuse_change();

create table complaint_number (
    controller_id text    not null,
    received_on   date    not null,
    last          integer not null,
    constraint complaint_number_pk primary key (controller_id, received_on)
);
comment on table complaint_number is 'Last receipt number given out on a day';
comment on column complaint_number.controller_id is 'data controller';
comment on column complaint_number.received_on is 'day in Asia/Shanghai';
comment on column complaint_number.last is 'last running number of that day';
alter table complaint_number enable row level security;
alter table complaint_number force row level security;
create policy complaint_number_of_controller on complaint_number
    using (controller_id = current_setting('shouxin.controller', true));
