-- Every receipt ever issued (R-CN-02): that of a consent stays when its withdrawal gets one of its own, and the
-- audit log's proof is kept beside it once the decision's event is integrated. The signed text never changes.
create table receipt (
    controller_id     text        not null,
    id                uuid        not null,
    consent_record_id uuid        not null,
    sequence          integer     not null,
    customer_id       uuid        not null,
    purpose           text        not null,
    purpose_terms     integer     not null,
    recipient_id      text,
    state             text        not null,
    issued_at         timestamptz not null,
    event_id          uuid,
    document          text        not null,
    log_entry         text,
    log_proof         text,
    constraint receipt_pk primary key (controller_id, id),
    constraint receipt_one_a_decision unique (controller_id, consent_record_id, sequence),
    constraint receipt_of_record foreign key (controller_id, consent_record_id)
        references consent_record (controller_id, id) deferrable initially deferred,
    constraint receipt_proof_whole check ((log_entry is null) = (log_proof is null))
);
create index receipt_customer on receipt (controller_id, customer_id, id);
comment on table receipt is 'Signed receipts of decisions, one each; only the log''s proof is added later';
comment on column receipt.controller_id is 'data controller';
comment on column receipt.id is 'receipt_id of the document, UUIDv7';
comment on column receipt.consent_record_id is 'the record that was decided about';
comment on column receipt.sequence is 'which decision of the record';
comment on column receipt.customer_id is 'the person, opaque';
comment on column receipt.purpose is 'P-01 to P-99';
comment on column receipt.purpose_terms is 'terms version of the purpose decided about: its words in both languages';
comment on column receipt.recipient_id is 'recipient, null where the purpose names none';
comment on column receipt.state is 'state after the decision';
comment on column receipt.issued_at is 'when the decision was made';
comment on column receipt.event_id is 'audit event of the decision; null for receipts older than this table';
comment on column receipt.document is 'JSON-LD as signed and issued';
comment on column receipt.log_entry is 'the event''s entry in the audit log, null until it was asked for and integrated';
comment on column receipt.log_proof is 'C2SP tlog-proof of the entry, null like it';

-- Receipts issued before: the newest of each record.
alter table consent_record no force row level security;
insert into receipt (controller_id, id, consent_record_id, sequence, customer_id, purpose, purpose_terms,
                     recipient_id, state, issued_at, document)
select controller_id, (receipt::json ->> 'receipt_id')::uuid, id, sequence, customer_id, purpose, purpose_terms,
       recipient_id, state, decided_at, receipt
from consent_record
where receipt is not null;
alter table consent_record force row level security;

alter table receipt enable row level security;
alter table receipt force row level security;
create policy receipt_of_controller on receipt
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on receipt from consent;
grant update (log_entry, log_proof) on receipt to consent;
