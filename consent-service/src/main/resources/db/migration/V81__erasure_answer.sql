-- The answer to an erasure request, record by record, as audit-service decided it and the person reads it (R-RC-10).
create table erasure_waiting (
    controller_id text not null,
    request_id    uuid not null,
    customer_id   uuid not null,
    constraint erasure_waiting_pk primary key (controller_id, request_id)
);
comment on table erasure_waiting is 'erasure requests that audit-service is still to be asked about; no row-level security, ids only';
comment on column erasure_waiting.controller_id is 'data controller';
comment on column erasure_waiting.request_id is 'the rights request';
comment on column erasure_waiting.customer_id is 'who asks, verified';
revoke update, truncate on erasure_waiting from consent;

create table erasure_answer (
    controller_id text        not null,
    request_id    uuid        not null,
    store         text        not null,
    record_ref    text        not null,
    kind          text        not null,
    decision      text        not null,
    reason_code   text        not null,
    article_zh    text        not null,
    article_en    text        not null,
    until_on      date,
    text_zh       text        not null,
    text_en       text        not null,
    confirmed_at  timestamptz,
    constraint erasure_answer_pk primary key (controller_id, request_id, store, record_ref),
    constraint erasure_answer_of_request foreign key (controller_id, request_id) references rights_request (controller_id, id),
    constraint erasure_answer_decision_known check (decision in ('DELETE', 'ANONYMISE', 'RESTRICT', 'REFUSE'))
);
comment on table erasure_answer is 'the answer for each record; shown to the person once confirmed';
comment on column erasure_answer.controller_id is 'data controller';
comment on column erasure_answer.request_id is 'the rights request';
comment on column erasure_answer.store is 'who holds the record: records, consent, audit';
comment on column erasure_answer.record_ref is 'the owner''s id of the record; empty for the identity file';
comment on column erasure_answer.kind is 'what the record is';
comment on column erasure_answer.decision is 'DELETE, ANONYMISE, RESTRICT, REFUSE';
comment on column erasure_answer.reason_code is 'why';
comment on column erasure_answer.article_zh is 'law it rests on';
comment on column erasure_answer.article_en is 'the same in English';
comment on column erasure_answer.until_on is 'last day of a restriction, where it is known';
comment on column erasure_answer.text_zh is 'the answer in words';
comment on column erasure_answer.text_en is 'the same in English';
comment on column erasure_answer.confirmed_at is 'when a compliance officer confirmed; null while prepared';
alter table erasure_answer enable row level security;
alter table erasure_answer force row level security;
create policy erasure_answer_of_controller on erasure_answer
    using (controller_id = current_setting('shouxin.controller', true));
revoke truncate on erasure_answer from consent;
