-- Rights requests (R-CP-02, PIPL 44-50). Free text is sealed in records-service; here stands its id.
create table rights_request (
    controller_id text        not null,
    id            uuid        not null,
    customer_id   uuid        not null,
    type          text        not null,
    text_id       uuid,
    received_at   timestamptz not null,
    constraint rights_request_pk primary key (controller_id, id),
    constraint rights_request_type_known check (type in ('ACCESS', 'COPY', 'CORRECT', 'SUPPLEMENT', 'DELETE', 'RESTRICT',
        'PORTABILITY', 'EXPLAIN', 'OBJECT_AUTOMATED_DECISION', 'CLOSE_ACCOUNT'))
);
comment on table rights_request is 'Rights requests as received; append-only, what follows stands in rights_request_step';
comment on column rights_request.controller_id is 'data controller';
comment on column rights_request.id is 'UUIDv7';
comment on column rights_request.customer_id is 'whose right it is';
comment on column rights_request.type is 'the right that is used';
comment on column rights_request.text_id is 'sealed text in records-service, when the customer added one';
comment on column rights_request.received_at is 'when received';
create index rights_request_by_customer on rights_request (controller_id, customer_id, received_at desc);
alter table rights_request enable row level security;
alter table rights_request force row level security;
create policy rights_request_of_controller on rights_request
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on rights_request from consent;
create trigger rights_request_append_only before update or delete or truncate on rights_request
    for each statement execute function refuse_change();

create table rights_request_step (
    controller_id text        not null,
    request_id    uuid        not null,
    sequence      integer     not null,
    kind          text        not null,
    at            timestamptz not null,
    actor_id      text        not null,
    reason_code   text,
    text_id       uuid,
    constraint rights_request_step_pk primary key (controller_id, request_id, sequence),
    constraint rights_request_step_of_request foreign key (controller_id, request_id)
        references rights_request (controller_id, id),
    constraint rights_request_step_kind_known check (kind in ('VERIFIED', 'WAITING', 'RESUMED', 'ANSWERED', 'REFUSED')),
    constraint rights_request_step_refusal_reasoned
        check (kind <> 'REFUSED' or (reason_code is not null and text_id is not null))
);
comment on table rights_request_step is 'What happened to a rights request, in order; append-only';
comment on column rights_request_step.controller_id is 'data controller';
comment on column rights_request_step.request_id is 'the request';
comment on column rights_request_step.sequence is 'from 1 within the request';
comment on column rights_request_step.kind is 'VERIFIED, WAITING (for the customer), RESUMED, ANSWERED, REFUSED';
comment on column rights_request_step.at is 'when';
comment on column rights_request_step.actor_id is 'employee number, or the customer herself';
comment on column rights_request_step.reason_code is 'why it was refused (PIPL 50)';
comment on column rights_request_step.text_id is 'sealed text of the answer or refusal in records-service';
alter table rights_request_step enable row level security;
alter table rights_request_step force row level security;
create policy rights_request_step_of_controller on rights_request_step
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on rights_request_step from consent;
create trigger rights_request_step_append_only before update or delete or truncate on rights_request_step
    for each statement execute function refuse_change();
