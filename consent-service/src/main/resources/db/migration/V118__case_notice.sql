-- Escalations reach people (R-CP-01, DR-14): a clock that is late, or a complaint that is major, leaves an item in the queue of a named
-- function until one of them has seen it.
create table case_notice (
    controller_id text        not null,
    id            uuid        not null,
    complaint_id  uuid,
    request_id    uuid,
    code          text        not null,
    kind          text        not null,
    hours         integer,
    audience      text        not null,
    raised_at     timestamptz not null,
    seen_by       text,
    seen_at       timestamptz,
    constraint case_notice_pk primary key (controller_id, id),
    constraint case_notice_of_complaint foreign key (controller_id, complaint_id) references complaint (controller_id, id),
    constraint case_notice_of_request foreign key (controller_id, request_id) references rights_request (controller_id, id),
    constraint case_notice_of_one_case check ((complaint_id is null) <> (request_id is null)),
    constraint case_notice_kind_known check (kind in ('ESCALATED', 'BREACHED', 'MAJOR')),
    constraint case_notice_audience_known check (audience in ('HANDLER', 'SUPERVISOR', 'COMPLIANCE_OFFICER')),
    constraint case_notice_seen_by_somebody check ((seen_by is null) = (seen_at is null))
);
comment on table case_notice is 'Notices to staff that a case is late or major; open until somebody of the audience has seen it';
comment on column case_notice.controller_id is 'data controller';
comment on column case_notice.id is 'UUIDv7';
comment on column case_notice.complaint_id is 'the complaint; or null';
comment on column case_notice.request_id is 'the rights request; or null';
comment on column case_notice.code is 'the clock (K-01 to K-24), or MAJOR';
comment on column case_notice.kind is 'ESCALATED before the due time, BREACHED after it, MAJOR';
comment on column case_notice.hours is 'hours that had passed; null for MAJOR';
comment on column case_notice.audience is 'HANDLER, SUPERVISOR or COMPLIANCE_OFFICER';
comment on column case_notice.raised_at is 'when';
comment on column case_notice.seen_by is 'employee number of who has seen it; null while open';
comment on column case_notice.seen_at is 'when it was seen';
create index case_notice_open on case_notice (controller_id, raised_at) where seen_at is null;
create index case_notice_by_complaint on case_notice (controller_id, complaint_id);
create index case_notice_by_request on case_notice (controller_id, request_id);
alter table case_notice enable row level security;
alter table case_notice force row level security;
create policy case_notice_of_controller on case_notice using (controller_id = current_setting('shouxin.controller', true));
comment on policy case_notice_of_controller on case_notice is 'a caller sees its own controller only';
revoke delete, truncate on case_notice from consent;
