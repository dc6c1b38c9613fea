-- Checks whether a recipient keeps its agreement (协议履行检查, R-PT-02), and what R-PT-01 wants in a recipient's file besides.

alter table recipient add column licence_scope text;
alter table recipient add column licence_regions text[];
alter table recipient add column self_assessment_reference text;
alter table recipient add column self_assessment_completed_on date;
comment on column recipient.licence_scope is 'business the licence allows; null when not given';
comment on column recipient.licence_regions is 'where the licence allows it; null when not given';
comment on column recipient.self_assessment_reference is 'security self-assessment on file (R-PT-01); null when none';
comment on column recipient.self_assessment_completed_on is 'day it was completed';

create table agreement_check (
    controller_id       text        not null,
    id                  uuid        not null,
    recipient_id        text        not null,
    agreement_reference text        not null,
    checked_on          date        not null,
    kept                text[]      not null,
    breached            text[]      not null,
    evidence            text        not null,
    checked_by          text        not null,
    checked_at          timestamptz not null,
    constraint agreement_check_pk primary key (controller_id, id),
    constraint agreement_check_judged_once check (not kept && breached)
);
comment on table agreement_check is 'Checks whether recipients keep their agreements; append-only (R-PT-02)';
comment on column agreement_check.controller_id is 'data controller';
comment on column agreement_check.id is 'UUIDv7';
comment on column agreement_check.recipient_id is 'whose agreement';
comment on column agreement_check.agreement_reference is 'agreement on file at that time';
comment on column agreement_check.checked_on is 'day of the check; the next is due 12 months later';
comment on column agreement_check.kept is 'clauses found kept';
comment on column agreement_check.breached is 'clauses found breached; any of them is a case';
comment on column agreement_check.evidence is 'reference of the papers';
comment on column agreement_check.checked_by is 'who checked';
comment on column agreement_check.checked_at is 'when it was recorded';
create index agreement_check_of_recipient on agreement_check (controller_id, recipient_id, checked_on);
alter table agreement_check enable row level security;
alter table agreement_check force row level security;
create policy agreement_check_of_controller on agreement_check
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on agreement_check from consent;
create trigger agreement_check_append_only before update or delete or truncate on agreement_check
    for each statement execute function refuse_change();

create table agreement_check_closure (
    controller_id text        not null,
    check_id      uuid        not null,
    outcome       text        not null,
    checked_by    text        not null,
    closed_by     text        not null,
    closed_at     timestamptz not null,
    constraint agreement_check_closure_pk primary key (controller_id, check_id),
    constraint agreement_check_closure_outcome_known check (outcome in ('REMEDIED', 'AGREEMENT_ENDED', 'UNFOUNDED')),
    constraint agreement_check_closure_four_eyes check (closed_by <> checked_by)
);
comment on table agreement_check_closure is 'How the case of a breached agreement ended, once a check; append-only (R-PT-02)';
comment on column agreement_check_closure.controller_id is 'data controller';
comment on column agreement_check_closure.check_id is 'agreement_check.id';
comment on column agreement_check_closure.outcome is 'REMEDIED, AGREEMENT_ENDED or UNFOUNDED';
comment on column agreement_check_closure.checked_by is 'who checked';
comment on column agreement_check_closure.closed_by is 'who closed: somebody else';
comment on column agreement_check_closure.closed_at is 'when';
alter table agreement_check_closure enable row level security;
alter table agreement_check_closure force row level security;
create policy agreement_check_closure_of_controller on agreement_check_closure
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on agreement_check_closure from consent;
create trigger agreement_check_closure_append_only before update or delete or truncate on agreement_check_closure
    for each statement execute function refuse_change();
