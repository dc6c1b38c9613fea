-- Privacy notices (R-CN-01): a published version never changes and stays readable for ever; what was shown to whom.
create table notice (
    controller_id  text        not null,
    id             uuid        not null,
    version        integer     not null,
    audience       text        not null,
    language       text        not null,
    title          text        not null,
    body           text        not null,
    content        jsonb       not null,
    sha256         text        not null,
    effective_from timestamptz not null,
    published_by   text        not null,
    published_at   timestamptz not null,
    constraint notice_pk primary key (controller_id, id, version, language),
    constraint notice_audience_version_unique unique (controller_id, audience, version, language),
    constraint notice_audience_known check (audience in ('APPLICANT', 'INSURED', 'GUARDIAN', 'VISITOR')),
    constraint notice_language_known check (language in ('zh-CN', 'en')),
    constraint notice_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table notice is 'Published versions of privacy notices, one row a language; append-only';
comment on column notice.controller_id is 'data controller';
comment on column notice.id is 'the notice, the same through all versions of one audience';
comment on column notice.version is 'from 1, without holes';
comment on column notice.audience is 'APPLICANT, INSURED, GUARDIAN, VISITOR';
comment on column notice.language is 'BCP 47 tag: zh-CN or en';
comment on column notice.title is 'title as shown';
comment on column notice.body is 'the whole text as shown';
comment on column notice.content is 'the items of DR-11 that the body was written from';
comment on column notice.sha256 is 'SHA-256 of the UTF-8 body, hexadecimal';
comment on column notice.effective_from is 'from when this version is the current one';
comment on column notice.published_by is 'employee number of the compliance officer';
comment on column notice.published_at is 'when published';
alter table notice enable row level security;
alter table notice force row level security;
create policy notice_of_controller on notice using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on notice from consent;
create trigger notice_append_only before update or delete or truncate on notice
    for each statement execute function refuse_change();

create table notice_presentation (
    controller_id  text        not null,
    id             uuid        not null,
    customer_id    uuid        not null,
    notice_id      uuid        not null,
    notice_version integer     not null,
    language       text        not null,
    channel        text        not null,
    presented_by   text        not null,
    presented_at   timestamptz not null,
    constraint notice_presentation_pk primary key (controller_id, id),
    constraint notice_presentation_notice_fk foreign key (controller_id, notice_id, notice_version, language)
        references notice (controller_id, id, version, language),
    constraint notice_presentation_channel_known check (channel in ('PORTAL', 'COUNTER', 'PHONE', 'LETTER', 'API'))
);
create index notice_presentation_customer on notice_presentation (controller_id, customer_id, notice_id, notice_version);
comment on table notice_presentation is 'Which version was shown to whom, before collection; append-only';
comment on column notice_presentation.controller_id is 'data controller';
comment on column notice_presentation.id is 'UUIDv7';
comment on column notice_presentation.customer_id is 'the person, opaque';
comment on column notice_presentation.notice_id is 'the notice';
comment on column notice_presentation.notice_version is 'the version shown';
comment on column notice_presentation.language is 'the language shown';
comment on column notice_presentation.channel is 'PORTAL, COUNTER, PHONE, LETTER, API';
comment on column notice_presentation.presented_by is 'customer, or employee number of who showed it';
comment on column notice_presentation.presented_at is 'when shown';
alter table notice_presentation enable row level security;
alter table notice_presentation force row level security;
create policy notice_presentation_of_controller on notice_presentation
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete on notice_presentation from consent;
create trigger notice_presentation_append_only before update or delete or truncate on notice_presentation
    for each statement execute function refuse_change();
