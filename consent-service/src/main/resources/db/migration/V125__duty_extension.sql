-- K-02 may be extended (DR-14, CBIRC Order 3/2020): from 15 to 30 days when the matter is complicated, and by 30 more with the approval of
-- a senior; each time the customer is told. How often, how long and by whom is law data.
create table duty_extension (
    code           text    not null,
    effective_from date    not null,
    nth            integer not null,
    days           integer not null,
    by_senior      boolean not null,
    basis          text    not null,
    constraint duty_extension_pk primary key (code, effective_from, nth),
    constraint duty_extension_positive check (nth > 0 and days > 0)
);
comment on table duty_extension is 'By how much a legal clock may be extended, effective-dated (DR-14, promise 7)';
comment on column duty_extension.code is 'K-01 to K-24 of DR-14';
comment on column duty_extension.effective_from is 'extensions from this day on use the newest rows';
comment on column duty_extension.nth is 'first extension, second, and so on; one that is not here is not allowed';
comment on column duty_extension.days is 'calendar days added to the due time';
comment on column duty_extension.by_senior is 'whether a senior who does not handle the case has to approve it';
comment on column duty_extension.basis is 'law it rests on';
revoke insert, update, delete, truncate on duty_extension from consent;
insert into duty_extension (code, effective_from, nth, days, by_senior, basis) values
    ('K-02', '2020-01-01', 1, 15, false, 'CBIRC Order 3/2020'),
    ('K-02', '2020-01-01', 2, 30, true, 'CBIRC Order 3/2020');

-- contract: widened by values that pods of the released version never write; they read them as they read the others
alter table duty_clock_event drop constraint duty_clock_event_kind_known, add constraint duty_clock_event_kind_known
    check (kind in ('STARTED', 'PAUSED', 'RESUMED', 'EXTENDED', 'ESCALATED', 'BREACHED', 'MET'));
comment on column duty_clock_event.kind is 'STARTED, PAUSED, RESUMED, EXTENDED, ESCALATED, BREACHED, MET';
-- contract: widened by values that pods of the released version never write; they read them as they read the others
alter table complaint_step drop constraint complaint_step_kind_known, add constraint complaint_step_kind_known
    check (kind in ('ASSIGNED', 'RESPONDED', 'EXTENDED', 'EXTENSION_PROPOSED', 'DECIDED', 'PROMISED', 'PROMISE_KEPT', 'CLOSED'));
comment on column complaint_step.kind is 'ASSIGNED, RESPONDED, EXTENDED, EXTENSION_PROPOSED, DECIDED, PROMISED, PROMISE_KEPT, CLOSED';
comment on column complaint_step.text_id is 'sealed text of an answer, or of the reason of an extension, in records-service';
