-- Legal clocks (DR-14): periods are law data, effective-dated; a clock is the list of its events.
-- duty_period has no row-level security: the law is the same for every controller.
create table duty_period (
    code           text not null,
    effective_from date not null,
    counted_in     text not null,
    amount         integer not null,
    escalate_hours integer[] not null default '{}',
    basis          text not null,
    constraint duty_period_pk primary key (code, effective_from),
    constraint duty_period_counted_in_known check (counted_in in ('HOURS', 'CALENDAR_DAYS', 'WORKING_DAYS')),
    constraint duty_period_amount_positive check (amount > 0)
);
comment on table duty_period is 'Lengths of legal clocks, effective-dated (DR-14, promise 7)';
comment on column duty_period.code is 'K-01 to K-24 of DR-14';
comment on column duty_period.effective_from is 'clocks started from this day on use this row';
comment on column duty_period.counted_in is 'HOURS (elapsed), CALENDAR_DAYS or WORKING_DAYS, in Asia/Shanghai';
comment on column duty_period.amount is 'how many';
comment on column duty_period.escalate_hours is 'hours after the start at which an open clock escalates';
comment on column duty_period.basis is 'law, standard or promise it rests on';
revoke insert, update, delete on duty_period from consent;
insert into duty_period (code, effective_from, counted_in, amount, escalate_hours, basis) values
    ('K-01', '2020-01-01', 'HOURS', 72, '{24,48,60}', 'S3-12.1'),
    ('K-02', '2020-01-01', 'CALENDAR_DAYS', 15, '{240}', 'CBIRC Order 3/2020'),
    ('K-04', '2020-01-01', 'CALENDAR_DAYS', 30, '{240,600}', 'PIPL 45-50; GB/T 35273 8.7'),
    ('K-05', '2020-01-01', 'WORKING_DAYS', 3, '{}', 'product default'),
    ('K-06', '2020-01-01', 'WORKING_DAYS', 15, '{}', 'GB/T 35273 8.5');

create table duty_clock_event (
    controller_id text        not null,
    case_id       uuid        not null,
    code          text        not null,
    sequence      integer     not null,
    kind          text        not null,
    at            timestamptz not null,
    due_at        timestamptz not null,
    detail        text,
    constraint duty_clock_event_pk primary key (controller_id, case_id, code, sequence),
    constraint duty_clock_event_kind_known
        check (kind in ('STARTED', 'PAUSED', 'RESUMED', 'ESCALATED', 'BREACHED', 'MET'))
);
comment on table duty_clock_event is 'What happened to a clock, in order; append-only';
comment on column duty_clock_event.controller_id is 'data controller';
comment on column duty_clock_event.case_id is 'complaint or rights request that the clock belongs to';
comment on column duty_clock_event.code is 'K-01 to K-24 of DR-14';
comment on column duty_clock_event.sequence is 'from 1 within the clock';
comment on column duty_clock_event.kind is 'STARTED, PAUSED, RESUMED, ESCALATED, BREACHED, MET';
comment on column duty_clock_event.at is 'when it happened';
comment on column duty_clock_event.due_at is 'when the clock runs out, as of this event';
comment on column duty_clock_event.detail is 'hours of the escalation; null otherwise';
alter table duty_clock_event enable row level security;
alter table duty_clock_event force row level security;
create policy duty_clock_event_of_controller on duty_clock_event
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on duty_clock_event from consent;
create trigger duty_clock_event_append_only before update or delete or truncate on duty_clock_event
    for each statement execute function refuse_change();

create table duty_clock_open (
    controller_id text        not null,
    case_id       uuid        not null,
    code          text        not null,
    due_at        timestamptz not null,
    look_again_at timestamptz not null,
    constraint duty_clock_open_pk primary key (controller_id, case_id, code)
);
comment on table duty_clock_open is 'Clocks that still run, for the watch; ids and times only, so without row-level security';
comment on column duty_clock_open.controller_id is 'data controller';
comment on column duty_clock_open.case_id is 'complaint or rights request';
comment on column duty_clock_open.code is 'K-01 to K-24 of DR-14';
comment on column duty_clock_open.due_at is 'when the clock runs out';
comment on column duty_clock_open.look_again_at is 'next escalation or the due time';
create index duty_clock_open_look_again on duty_clock_open (look_again_at);
