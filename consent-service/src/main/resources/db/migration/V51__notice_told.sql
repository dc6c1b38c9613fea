-- What a new version of a notice tells differently about a purpose or a receiver: consents to the earlier words are stale
-- (R-CN-03, PIPL 14). And people whose data somebody else gave: they are informed themselves (DR-10).
create table notice_change (
    controller_id  text        not null,
    notice_id      uuid        not null,
    version        integer     not null,
    subject        text        not null,
    effective_from timestamptz not null,
    constraint notice_change_pk primary key (controller_id, notice_id, subject, version)
);
comment on table notice_change is 'Purposes and receivers that a version tells differently from the one before; append-only';
comment on column notice_change.controller_id is 'data controller';
comment on column notice_change.notice_id is 'the notice';
comment on column notice_change.version is 'the version that tells it differently';
comment on column notice_change.subject is 'purpose code, or name of the receiver';
comment on column notice_change.effective_from is 'from when consents on earlier versions are stale';
alter table notice_change enable row level security;
alter table notice_change force row level security;
create policy notice_change_of_controller on notice_change
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on notice_change from consent;
create trigger notice_change_append_only before update or delete or truncate on notice_change
    for each statement execute function refuse_change();

create table insured_person (
    controller_id text        not null,
    customer_id   uuid        not null,
    reported_at   timestamptz not null,
    constraint insured_person_pk primary key (controller_id, customer_id)
);
comment on table insured_person is 'People insured by somebody else, as records-service reports them: to be informed themselves';
comment on column insured_person.controller_id is 'data controller';
comment on column insured_person.customer_id is 'the insured, opaque';
comment on column insured_person.reported_at is 'when records-service said so';
alter table insured_person enable row level security;
alter table insured_person force row level security;
create policy insured_person_of_controller on insured_person
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on insured_person from consent;
