-- Escalations are mailed, too (D-127): what a mail says and whom it is for, without anything of the person. records-service, which has the
-- mailer and the staff list, fetches it. Ids, codes and staff numbers only, so without row-level security, like duty_clock_open.
create table case_notice_mail (
    controller_id text        not null,
    notice_id     uuid        not null,
    complaint_id  uuid,
    request_id    uuid,
    number        text,
    code          text        not null,
    kind          text        not null,
    hours         integer,
    audience      text        not null,
    handler       text,
    not_to        text[]      not null default '{}',
    raised_at     timestamptz not null,
    claimed_at    timestamptz,
    outcome       text,
    constraint case_notice_mail_pk primary key (controller_id, notice_id),
    constraint case_notice_mail_of_complaint foreign key (controller_id, complaint_id) references complaint (controller_id, id),
    constraint case_notice_mail_of_request foreign key (controller_id, request_id) references rights_request (controller_id, id),
    constraint case_notice_mail_outcome_known check (outcome in ('SENT', 'NO_ADDRESS', 'UNCERTAIN', 'SEEN'))
);
comment on table case_notice_mail is 'Mails to staff about late and major cases, until their end; ids and codes only, so without row-level security';
comment on column case_notice_mail.controller_id is 'data controller';
comment on column case_notice_mail.notice_id is 'the notice in the queue';
comment on column case_notice_mail.complaint_id is 'the complaint; or null';
comment on column case_notice_mail.request_id is 'the rights request; or null';
comment on column case_notice_mail.number is 'receipt number of a complaint; null for a rights request';
comment on column case_notice_mail.code is 'the clock (K-01 to K-24), or MAJOR';
comment on column case_notice_mail.kind is 'ESCALATED, BREACHED, MAJOR';
comment on column case_notice_mail.hours is 'hours that had passed; null for MAJOR';
comment on column case_notice_mail.audience is 'HANDLER, SUPERVISOR or COMPLIANCE_OFFICER';
comment on column case_notice_mail.handler is 'employee number of the handler, when it is for the handler';
comment on column case_notice_mail.not_to is 'employees whom the complaint is about';
comment on column case_notice_mail.raised_at is 'when';
comment on column case_notice_mail.claimed_at is 'last handed to the mailer; tried again when it is silent for two minutes';
comment on column case_notice_mail.outcome is 'SENT, NO_ADDRESS, UNCERTAIN, or SEEN in the queue before; null while open';
create index case_notice_mail_open on case_notice_mail (raised_at) where outcome is null;
create index case_notice_mail_by_complaint on case_notice_mail (controller_id, complaint_id);
create index case_notice_mail_by_request on case_notice_mail (controller_id, request_id);
revoke delete, truncate on case_notice_mail from consent;
