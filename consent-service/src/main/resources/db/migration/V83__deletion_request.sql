-- Requests to recipients to delete what they were given of a destroyed person (R-RC-11): brought by their signed webhooks,
-- confirmed by them, and told to audit-service, which keeps the clock.
create table deletion_request (
    controller_id   text        not null,
    id              uuid        not null,
    recipient_id    text        not null,
    customer_id     uuid        not null,
    asked_at        timestamptz not null,
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    told_at         timestamptz,
    confirmed_at    timestamptz,
    confirmed_by    text,
    constraint deletion_request_pk primary key (controller_id, id)
);
comment on table deletion_request is 'Requests to recipients to delete, with their progress';
comment on column deletion_request.controller_id is 'data controller';
comment on column deletion_request.id is 'id that audit-service gave it';
comment on column deletion_request.recipient_id is 'who was given the data';
comment on column deletion_request.customer_id is 'whose data, opaque';
comment on column deletion_request.asked_at is 'when audit-service asked';
comment on column deletion_request.due_at is 'when the confirmation is due';
comment on column deletion_request.attempts is 'calls of the webhook';
comment on column deletion_request.told_at is 'when the webhook took it';
comment on column deletion_request.confirmed_at is 'when the recipient said that it deleted what it had';
comment on column deletion_request.confirmed_by is 'partner id, or the employee who has its letter';
create index deletion_request_of_recipient on deletion_request (controller_id, recipient_id, asked_at);
alter table deletion_request enable row level security;
alter table deletion_request force row level security;
create policy deletion_request_of_controller on deletion_request
    using (controller_id = current_setting('shouxin.controller', true));
comment on policy deletion_request_of_controller on deletion_request is 'a caller sees its own controller only';
revoke delete, truncate on deletion_request from consent;

create table deletion_request_due (
    controller_id text        not null,
    request_id    uuid        not null,
    look_again_at timestamptz not null,
    constraint deletion_request_due_pk primary key (controller_id, request_id)
);
comment on table deletion_request_due is
    'Requests that something is still to be done about. No row-level security: one schedule serves all controllers, and the rows name neither person nor recipient.';
comment on column deletion_request_due.controller_id is 'data controller';
comment on column deletion_request_due.request_id is 'the request';
comment on column deletion_request_due.look_again_at is 'not before';
create index deletion_request_due_next on deletion_request_due (look_again_at);
