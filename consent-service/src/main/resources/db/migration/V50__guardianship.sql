-- Guardianship (R-CN-02, PIPL 31): a person under 14 has no valid consent of her own; a verified guardian decides.
-- Of a birth date only the day on which the guardian's power ends is kept, for children only, and no longer than that.
create table childhood (
    controller_id text        not null,
    customer_id   uuid        not null,
    fourteen_on   date        not null,
    reported_at   timestamptz not null,
    constraint childhood_pk primary key (controller_id, customer_id)
);
comment on table childhood is 'People under 14, as records-service reports them; a row goes once its day has come';
comment on column childhood.controller_id is 'data controller';
comment on column childhood.customer_id is 'the child, opaque';
comment on column childhood.fourteen_on is 'her 14th birthday: from this day on she decides herself';
comment on column childhood.reported_at is 'when records-service said so';
alter table childhood enable row level security;
alter table childhood force row level security;
create policy childhood_of_controller on childhood
    using (controller_id = current_setting('shouxin.controller', true));

create table guardianship (
    controller_id   text        not null,
    id              uuid        not null,
    child_id        uuid        not null,
    guardian_id     uuid        not null,
    relation        text        not null,
    evidence        text        not null,
    evidence_sha256 text        not null,
    verified_by     text        not null,
    verified_at     timestamptz not null,
    ends_on         date        not null,
    ended_by        text,
    ended_at        timestamptz,
    constraint guardianship_pk primary key (controller_id, id),
    constraint guardianship_of_another check (child_id <> guardian_id),
    constraint guardianship_relation_known check (relation in ('PARENT', 'GRANDPARENT', 'SIBLING', 'APPOINTED')),
    constraint guardianship_evidence_known check (
        evidence in ('BIRTH_CERTIFICATE', 'HOUSEHOLD_REGISTER', 'COURT_DECISION', 'APPOINTMENT')),
    constraint guardianship_evidence_form check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
    constraint guardianship_end_by_somebody check ((ended_by is null) = (ended_at is null))
);
create unique index guardianship_once on guardianship (controller_id, guardian_id, child_id) where ended_at is null;
create index guardianship_child on guardianship (controller_id, child_id);
comment on table guardianship is 'Who may decide for which child, on which evidence, verified by whom';
comment on column guardianship.controller_id is 'data controller';
comment on column guardianship.id is 'UUIDv7';
comment on column guardianship.child_id is 'the child, opaque';
comment on column guardianship.guardian_id is 'the guardian, a customer, opaque';
comment on column guardianship.relation is 'PARENT, GRANDPARENT, SIBLING, APPOINTED (Civil Code 27, 29-32)';
comment on column guardianship.evidence is 'kind of document that was seen';
comment on column guardianship.evidence_sha256 is 'digest of the copy on file, hexadecimal; the copy is not here';
comment on column guardianship.verified_by is 'employee number of who saw the document';
comment on column guardianship.verified_at is 'when it was seen';
comment on column guardianship.ends_on is 'the child''s 14th birthday: the power has ended on this day';
comment on column guardianship.ended_by is 'employee number of who ended it before its time';
comment on column guardianship.ended_at is 'when it was ended before its time';
alter table guardianship enable row level security;
alter table guardianship force row level security;
create policy guardianship_of_controller on guardianship
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete on guardianship from consent;

alter table consent_record add column decided_by text;
alter table consent_record add column decided_as text not null default 'SELF';
alter table consent_record add constraint consent_record_decided_as_known
    check (decided_as in ('SELF', 'GUARDIAN', 'STAFF'));
comment on column consent_record.decided_by is 'who took the last decision: customer id or employee number';
comment on column consent_record.decided_as is 'in which role: SELF, GUARDIAN, STAFF';
alter table consent_decision add column decided_as text not null default 'SELF';
alter table consent_decision add constraint consent_decision_decided_as_known
    check (decided_as in ('SELF', 'GUARDIAN', 'STAFF'));
comment on column consent_decision.decided_as is 'in which role actor_id decided: SELF, GUARDIAN, STAFF';
