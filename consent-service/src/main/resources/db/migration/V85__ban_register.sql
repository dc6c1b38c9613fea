-- The ban register (禁止聘用名单, R-AC-07): who may not be hired or work for a partner. Kept as a keyed index of the identity
-- number under a key outside the database: no name, no number, and without the key nobody can ask whether somebody is on it.

create table ban_listing (
    controller_id text        not null,
    id uuid not null,
    person_index bytea not null,
    employee_no text,
    act_code text not null,
    evidence text not null,
    expires_on date,
    proposed_by text not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    appealed_at timestamptz,
    appeal_evidence text,
    appeal_decided_by text,
    appeal_decided_at timestamptz,
    appeal_upheld boolean,
    constraint ban_listing_pk primary key (controller_id, id),
    constraint ban_listing_act_known check (act_code in ('FALSE_INFORMATION', 'FORGERY', 'OUT_OF_SCOPE', 'LEAK', 'RESALE')),
    constraint ban_listing_four_eyes check (approved_by is null or approved_by <> proposed_by),
    constraint ban_listing_appeal_by_another check (appeal_decided_by is null or (appealed_at is not null and appeal_decided_by <> approved_by))
);
comment on table ban_listing is 'Entries of the ban register; they are never deleted (R-AC-07)';
comment on column ban_listing.controller_id is 'data controller';
comment on column ban_listing.id is 'UUIDv7';
comment on column ban_listing.person_index is 'HMAC-SHA-256 of controller and normalised identity number';
comment on column ban_listing.employee_no is 'whose access it closes, when the person works here';
comment on column ban_listing.act_code is 'what was confirmed';
comment on column ban_listing.evidence is 'reference of the case';
comment on column ban_listing.expires_on is 'last day; null for life';
comment on column ban_listing.proposed_by is 'who proposed';
comment on column ban_listing.proposed_at is 'when';
comment on column ban_listing.approved_by is 'who approved; before that it does not count';
comment on column ban_listing.approved_at is 'when';
comment on column ban_listing.appealed_at is 'when an appeal was filed';
comment on column ban_listing.appeal_evidence is 'reference of the appeal';
comment on column ban_listing.appeal_decided_by is 'who decided it';
comment on column ban_listing.appeal_decided_at is 'when';
comment on column ban_listing.appeal_upheld is 'true ends the entry, history stays';
create index ban_listing_of_person on ban_listing (controller_id, person_index);
alter table ban_listing enable row level security;
alter table ban_listing force row level security;
create policy ban_listing_of_controller on ban_listing
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on ban_listing from consent;

create table partner_agent (
    controller_id text        not null,
    partner_id text not null,
    agent_no text not null,
    person_index bytea not null,
    certified_until date not null,
    evidence text not null,
    declared_by text not null,
    declared_at timestamptz not null,
    constraint partner_agent_pk primary key (controller_id, partner_id, agent_no)
);
comment on table partner_agent is 'People who work for a partner: cleared by its declaration and evidence (R-AC-06, R-AC-07)';
comment on column partner_agent.controller_id is 'data controller';
comment on column partner_agent.partner_id is 'recipient';
comment on column partner_agent.agent_no is 'practice registration number';
comment on column partner_agent.person_index is 'as in ban_listing';
comment on column partner_agent.certified_until is 'last day of the declared training, test, agreement and pledge';
comment on column partner_agent.evidence is 'reference of the papers';
comment on column partner_agent.declared_by is 'who declared';
comment on column partner_agent.declared_at is 'when';
alter table partner_agent enable row level security;
alter table partner_agent force row level security;
create policy partner_agent_of_controller on partner_agent
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on partner_agent from consent;

create table staff_position (
    controller_id text        not null,
    employee_no text not null,
    roles text[],
    branch text,
    person_index bytea,
    ended_at timestamptz,
    banned_by uuid,
    changed_at timestamptz not null,
    changed_by uuid,
    constraint staff_position_pk primary key (controller_id, employee_no)
);
comment on table staff_position is 'What HR last said of an employee; the decision compares the token with it (R-AC-03, DR-13)';
comment on column staff_position.controller_id is 'data controller';
comment on column staff_position.employee_no is 'employee number';
comment on column staff_position.roles is 'realm roles of the position; null when HR has only said that it ended';
comment on column staff_position.branch is 'branch';
comment on column staff_position.person_index is 'as in ban_listing; null for staff from before';
comment on column staff_position.ended_at is 'when the position ended; access ends with it';
comment on column staff_position.banned_by is 'entry of the ban register that closes access';
comment on column staff_position.changed_at is 'when last changed';
comment on column staff_position.changed_by is 'the staff change that said so; null when a ban made the row';
create index staff_position_of_person on staff_position (controller_id, person_index) where person_index is not null;
alter table staff_position enable row level security;
alter table staff_position force row level security;
create policy staff_position_of_controller on staff_position
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on staff_position from consent;
