-- Recipients (R-PT-01, R-PT-02, R-CN-05): who may receive data at all, under which agreement, until when.
create table recipient (
    controller_id       text        not null,
    id                  text        not null,
    version             integer     not null,
    terms_version       integer     not null,
    name                text        not null,
    role                text        not null,
    uscc                text        not null,
    country             text        not null,
    address             text        not null,
    contact_email       text        not null,
    contact_phone       text,
    licence_number      text        not null,
    licence_expires_on  date        not null,
    agreement_reference text        not null,
    agreement_starts_on date        not null,
    agreement_ends_on   date        not null,
    clauses             text[]      not null,
    purposes            text[]      not null,
    categories          text[]      not null,
    fields              text[]      not null,
    method_zh           text        not null,
    method_en           text        not null,
    pipia_reference     text        not null,
    pipia_completed_on  date        not null,
    reviewed_on         date        not null,
    suspended_at        timestamptz,
    suspension_reason   text,
    changed_by          text        not null,
    changed_at          timestamptz not null,
    constraint recipient_pk primary key (controller_id, id),
    constraint recipient_id_form check (id ~ '^[a-z][a-z0-9-]{2,60}$'),
    constraint recipient_role_known check (role in ('INDEPENDENT', 'ENTRUSTED', 'JOINT')),
    constraint recipient_uscc_form check (length(uscc) = 18),
    constraint recipient_agreement_ordered check (agreement_ends_on >= agreement_starts_on),
    constraint recipient_suspension_reasoned check ((suspended_at is null) = (suspension_reason is null))
);
comment on table recipient is 'Recipients as they stand now; earlier states in recipient_history';
comment on column recipient.controller_id is 'data controller';
comment on column recipient.id is 'recipient id; a partner''s client id';
comment on column recipient.version is 'counts changes';
comment on column recipient.terms_version is 'grows when identity, role, method or scope widen: consents are stale then (PIPL 14, 23)';
comment on column recipient.name is 'legal name';
comment on column recipient.role is 'INDEPENDENT (PIPL 23), ENTRUSTED (21), JOINT (20)';
comment on column recipient.uscc is 'unified social credit code (DR-02)';
comment on column recipient.country is 'ISO 3166-1 alpha-2; only CN until R-CN-08';
comment on column recipient.address is 'seat of the legal entity';
comment on column recipient.contact_email is 'contact for personal information matters';
comment on column recipient.contact_phone is 'contact telephone of the legal entity';
comment on column recipient.licence_number is 'insurance intermediary licence';
comment on column recipient.licence_expires_on is 'last day of the licence';
comment on column recipient.agreement_reference is 'agreement on file';
comment on column recipient.agreement_starts_on is 'first day';
comment on column recipient.agreement_ends_on is 'last day';
comment on column recipient.clauses is 'clauses of R-PT-02 found in the agreement';
comment on column recipient.purposes is 'purposes the agreement allows';
comment on column recipient.categories is 'categories the agreement allows';
comment on column recipient.fields is 'record fields the agreement allows';
comment on column recipient.method_zh is 'method of processing, zh-CN';
comment on column recipient.method_en is 'method of processing, en';
comment on column recipient.pipia_reference is 'impact assessment of the provision (PIPL 55)';
comment on column recipient.pipia_completed_on is 'kept at least three years from this day (PIPL 56)';
comment on column recipient.reviewed_on is 'last qualification review (every 12 months)';
comment on column recipient.suspended_at is 'kill switch, null while not pulled';
comment on column recipient.suspension_reason is 'code of why';
comment on column recipient.changed_by is 'employee number, or consent-service';
comment on column recipient.changed_at is 'last change';
alter table recipient enable row level security;
alter table recipient force row level security;
create policy recipient_of_controller on recipient using (controller_id = current_setting('shouxin.controller', true));
revoke delete on recipient from consent;

create table recipient_history (
    controller_id text        not null,
    id            text        not null,
    version       integer     not null,
    state         jsonb       not null,
    changed_by    text        not null,
    changed_at    timestamptz not null,
    constraint recipient_history_pk primary key (controller_id, id, version)
);
comment on table recipient_history is 'Every state a recipient was ever in; append-only';
comment on column recipient_history.controller_id is 'data controller';
comment on column recipient_history.id is 'recipient id';
comment on column recipient_history.version is 'version of the recipient';
comment on column recipient_history.state is 'the row of recipient at that version';
comment on column recipient_history.changed_by is 'who changed it';
comment on column recipient_history.changed_at is 'when';
alter table recipient_history enable row level security;
alter table recipient_history force row level security;
create policy recipient_history_of_controller on recipient_history
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on recipient_history from consent;
create trigger recipient_history_append_only before update or delete or truncate on recipient_history
    for each statement execute function refuse_change();

create function keep_recipient_history() returns trigger language plpgsql as $$
begin
  insert into recipient_history (controller_id, id, version, state, changed_by, changed_at)
  values (new.controller_id, new.id, new.version, to_jsonb(new), new.changed_by, new.changed_at);
  return new;
end $$;
comment on function keep_recipient_history() is 'Copies each state of a recipient into its history';
create trigger recipient_kept after insert or update on recipient
    for each row execute function keep_recipient_history();
