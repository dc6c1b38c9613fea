-- Which records audit-service is still to be told of (R-RC-09): rows are appended by triggers in the transaction that changes a
-- record, whoever wrote it, and go once told. No row-level security: one schedule serves all controllers; ids only.
create table retention_change (
    id            bigint generated always as identity,
    controller_id text not null,
    kind          text not null,
    record_id     uuid not null,
    constraint retention_change_pk primary key (id),
    constraint retention_change_kind_known check (kind in ('CONSENT', 'RIGHTS_REQUEST', 'COMPLAINT'))
);
comment on table retention_change is 'Records that changed since audit-service was told of them';
comment on column retention_change.id is 'order of writing';
comment on column retention_change.controller_id is 'data controller';
comment on column retention_change.kind is 'CONSENT, RIGHTS_REQUEST, COMPLAINT';
comment on column retention_change.record_id is 'id of the record';
revoke update, truncate on retention_change from consent;

create function note_retention_change() returns trigger language plpgsql as $$
begin
    execute format('insert into retention_change (controller_id, kind, record_id)'
        || ' select distinct controller_id, %L, %I from changed', tg_argv[0], tg_argv[1]);
    return null;
end $$;
comment on function note_retention_change() is 'appends which records a statement changed';

create trigger consent_record_kept after insert on consent_record referencing new table as changed
    for each statement execute function note_retention_change('CONSENT', 'id');
create trigger consent_record_kept_anew after update on consent_record referencing new table as changed
    for each statement execute function note_retention_change('CONSENT', 'id');
create trigger rights_request_step_kept after insert on rights_request_step referencing new table as changed
    for each statement execute function note_retention_change('RIGHTS_REQUEST', 'request_id');
create trigger complaint_kept after insert on complaint referencing new table as changed
    for each statement execute function note_retention_change('COMPLAINT', 'id');
create trigger complaint_step_kept after insert on complaint_step referencing new table as changed
    for each statement execute function note_retention_change('COMPLAINT', 'complaint_id');

-- The owner is bound by row-level security too; for what is there already it looks over all controllers once.
alter table consent_record no force row level security;
alter table rights_request no force row level security;
alter table complaint no force row level security;
insert into retention_change (controller_id, kind, record_id) select controller_id, 'CONSENT', id from consent_record;
insert into retention_change (controller_id, kind, record_id) select controller_id, 'RIGHTS_REQUEST', id from rights_request;
insert into retention_change (controller_id, kind, record_id) select controller_id, 'COMPLAINT', id from complaint;
alter table consent_record force row level security;
alter table rights_request force row level security;
alter table complaint force row level security;
