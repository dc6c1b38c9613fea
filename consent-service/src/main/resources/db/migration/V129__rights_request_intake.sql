-- Staff record what a person asks for at the counter, on the phone or by letter (R-CP-02). A table of its own, since employees of this
-- controller mean nothing to the receiver of a transferred request. Until it is on record who asked, the request has no step (K-05).
create table rights_request_intake (
    controller_id text not null,
    request_id    uuid not null,
    channel       text not null,
    recorded_by   text not null,
    guardian_id   uuid,
    constraint rights_request_intake_pk primary key (controller_id, request_id),
    constraint rights_request_intake_of_request foreign key (controller_id, request_id)
        references rights_request (controller_id, id),
    constraint rights_request_intake_channel_known check (channel in ('COUNTER', 'PHONE', 'LETTER'))
);
comment on table rights_request_intake is 'Rights requests that staff recorded; append-only, goes with its request';
comment on column rights_request_intake.controller_id is 'data controller';
comment on column rights_request_intake.request_id is 'the request';
comment on column rights_request_intake.channel is 'COUNTER, PHONE, LETTER';
comment on column rights_request_intake.recorded_by is 'employee number of who recorded it: decides nothing about it';
comment on column rights_request_intake.guardian_id is 'who asked for a child: a proven guardian, a customer, opaque';
create index rights_request_intake_by_recorder on rights_request_intake (controller_id, recorded_by);
alter table rights_request_intake enable row level security;
alter table rights_request_intake force row level security;
create policy rights_request_intake_of_controller on rights_request_intake
    using (controller_id = current_setting('shouxin.controller', true));
comment on policy rights_request_intake_of_controller on rights_request_intake is 'a caller sees its own controller only';
revoke update, delete, truncate on rights_request_intake from consent;
create trigger rights_request_intake_append_only before update or delete or truncate on rights_request_intake
    for each statement execute function refuse_change();

alter table rights_request_step add column proof_reference text;
comment on column rights_request_step.proof_reference is 'of VERIFIED: where the call or the letter is filed; never a number of the person';
comment on column rights_request_step.reason_code is 'why it was refused (PIPL 50); of VERIFIED: how it was checked who asks';
