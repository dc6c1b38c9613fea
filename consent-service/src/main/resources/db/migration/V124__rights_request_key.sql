-- A request for a right is received once (issue 7, bad input): a copy that arrives again, because an answer was lost or a button was
-- pressed twice, finds what the first one did. A complaint needs no key: its sealed text is there once.
create table rights_request_key (
    controller_id text not null,
    actor_id      text not null,
    key           text not null,
    request_id    uuid not null,
    constraint rights_request_key_pk primary key (controller_id, actor_id, key),
    constraint rights_request_key_of_request foreign key (controller_id, request_id)
        references rights_request (controller_id, id)
);
comment on table rights_request_key is 'Idempotency keys of rights requests; append-only, goes with its request';
comment on column rights_request_key.controller_id is 'data controller';
comment on column rights_request_key.actor_id is 'who sent the key';
comment on column rights_request_key.key is 'as sent';
comment on column rights_request_key.request_id is 'the request that the first copy led to';
create index rights_request_key_by_request on rights_request_key (controller_id, request_id);
alter table rights_request_key enable row level security;
alter table rights_request_key force row level security;
create policy rights_request_key_of_controller on rights_request_key
    using (controller_id = current_setting('shouxin.controller', true));
comment on policy rights_request_key_of_controller on rights_request_key is 'a caller sees its own controller only';
revoke update, delete, truncate on rights_request_key from consent;
