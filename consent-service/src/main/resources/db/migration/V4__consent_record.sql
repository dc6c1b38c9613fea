-- Consent (R-CN-02, R-CN-03): one live record for each person, purpose and recipient; every decision kept for good.
create table consent_record (
    controller_id   text        not null,
    id              uuid        not null,
    customer_id     uuid        not null,
    purpose         text        not null,
    categories      text[]      not null,
    recipient_id    text,
    recipient_key   text        not null generated always as (coalesce(recipient_id, '')) stored,
    purpose_terms   integer     not null,
    recipient_terms integer     not null,
    notice_id       uuid        not null,
    notice_version  integer     not null,
    language        text        not null,
    ui_text_sha256  text        not null,
    separate        boolean     not null,
    state           text        not null,
    decided_at      timestamptz not null,
    given_at        timestamptz,
    expires_at      timestamptz,
    cooldown_until  timestamptz,
    sequence        integer     not null,
    last_hash       text        not null,
    live            boolean     not null,
    receipt         text,
    constraint consent_record_pk primary key (controller_id, id),
    constraint consent_record_state_known check (
        state in ('REQUESTED', 'REFUSED', 'GIVEN', 'RENEWED', 'WITHDRAWN', 'REVOKED')),
    constraint consent_record_given_dated check (
        state not in ('GIVEN', 'RENEWED') or (given_at is not null and expires_at is not null)),
    constraint consent_record_refused_cools check ((state = 'REFUSED') = (cooldown_until is not null)),
    constraint consent_record_digest_form check (ui_text_sha256 ~ '^[0-9a-f]{64}$')
);
create unique index consent_record_one_live on consent_record (controller_id, purpose, recipient_key, customer_id)
    where live;
create index consent_record_customer on consent_record (controller_id, customer_id);
comment on table consent_record is
    'Consents as they stand; expired and stale are read off expires_at and the terms, so no job has to run first';
comment on column consent_record.controller_id is 'data controller';
comment on column consent_record.id is 'UUIDv7';
comment on column consent_record.customer_id is 'the person, opaque';
comment on column consent_record.purpose is 'P-01 to P-99';
comment on column consent_record.categories is 'data categories consented to';
comment on column consent_record.recipient_id is 'recipient, null where the purpose names none';
comment on column consent_record.recipient_key is 'recipient_id with null as empty text, for the unique index';
comment on column consent_record.purpose_terms is 'terms version of the purpose that was agreed to';
comment on column consent_record.recipient_terms is 'terms version of the recipient that was agreed to, 0 for none';
comment on column consent_record.notice_id is 'notice shown';
comment on column consent_record.notice_version is 'version shown';
comment on column consent_record.language is 'language shown';
comment on column consent_record.ui_text_sha256 is 'digest of the exact text shown, hexadecimal';
comment on column consent_record.separate is 'an act of its own (单独同意)';
comment on column consent_record.state is 'REQUESTED, REFUSED, GIVEN, RENEWED, WITHDRAWN, REVOKED';
comment on column consent_record.decided_at is 'last decision';
comment on column consent_record.given_at is 'when given, kept after withdrawal';
comment on column consent_record.expires_at is 'from when it no longer counts';
comment on column consent_record.cooldown_until is 'until when a refusal keeps others from asking again';
comment on column consent_record.sequence is 'number of decisions in consent_decision';
comment on column consent_record.last_hash is 'hash of the last decision, base64url';
comment on column consent_record.live is 'the newest record of its person, purpose and recipient';
comment on column consent_record.receipt is 'signed receipt of the last decision, JSON-LD';
alter table consent_record enable row level security;
alter table consent_record force row level security;
create policy consent_record_of_controller on consent_record
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete on consent_record from consent;

create table consent_decision (
    controller_id     text        not null,
    consent_record_id uuid        not null,
    sequence          integer     not null,
    customer_id       uuid        not null,
    state             text        not null,
    categories        text[]      not null,
    notice_id         uuid        not null,
    notice_version    integer     not null,
    language          text        not null,
    ui_text_sha256    text        not null,
    separate          boolean     not null,
    actor_kind        text        not null,
    actor_id          text        not null,
    decided_at        timestamptz not null,
    expires_at        timestamptz,
    hash              text        not null,
    previous_hash     text,
    constraint consent_decision_pk primary key (controller_id, consent_record_id, sequence),
    constraint consent_decision_record_fk foreign key (controller_id, consent_record_id)
        references consent_record (controller_id, id)
);
comment on table consent_decision is 'Every decision about every consent, in order, hash-chained in its record; append-only';
comment on column consent_decision.controller_id is 'data controller';
comment on column consent_decision.consent_record_id is 'the record';
comment on column consent_decision.sequence is 'from 1 within the record';
comment on column consent_decision.customer_id is 'the person, opaque';
comment on column consent_decision.state is 'state after this decision';
comment on column consent_decision.categories is 'data categories';
comment on column consent_decision.notice_id is 'notice shown';
comment on column consent_decision.notice_version is 'version shown';
comment on column consent_decision.language is 'language shown';
comment on column consent_decision.ui_text_sha256 is 'digest of the text shown';
comment on column consent_decision.separate is 'an act of its own';
comment on column consent_decision.actor_kind is 'customer, employee, system';
comment on column consent_decision.actor_id is 'customer id or employee number';
comment on column consent_decision.decided_at is 'when';
comment on column consent_decision.expires_at is 'validity decided on';
comment on column consent_decision.hash is 'SHA-256 over this decision and the hash before, base64url';
comment on column consent_decision.previous_hash is 'hash before, null for the first';
alter table consent_decision enable row level security;
alter table consent_decision force row level security;
create policy consent_decision_of_controller on consent_decision
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on consent_decision from consent;
create trigger consent_decision_append_only before update or delete or truncate on consent_decision
    for each statement execute function refuse_change();

create table idempotency_key (
    controller_id  text        not null,
    actor_id       text        not null,
    key            text        not null,
    request_sha256 text        not null,
    record_id      uuid        not null,
    used_at        timestamptz not null,
    constraint idempotency_key_pk primary key (controller_id, actor_id, key)
);
comment on table idempotency_key is 'Keys of consent writes: a repeated request finds its record and does nothing; append-only';
comment on column idempotency_key.controller_id is 'data controller';
comment on column idempotency_key.actor_id is 'who sent the key';
comment on column idempotency_key.key is 'as sent';
comment on column idempotency_key.request_sha256 is 'digest of the request: the same key for another one is refused';
comment on column idempotency_key.record_id is 'the record that the first request led to';
comment on column idempotency_key.used_at is 'first use';
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy idempotency_key_of_controller on idempotency_key
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on idempotency_key from consent;
