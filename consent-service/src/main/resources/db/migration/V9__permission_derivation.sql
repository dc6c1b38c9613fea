-- How decisions came about (issue 4.5, explain mode): facts and answers of each decision, kept for 90 days. The audit log,
-- not this table, proves that a decision was made; this table explains it.
create table permission_derivation (
    controller_id text        not null,
    decision_id   uuid        not null,
    decided_at    timestamptz not null,
    actor_kind    text        not null,
    actor_id      text        not null,
    content       jsonb       not null,
    constraint permission_derivation_pk primary key (controller_id, decision_id)
);
create index permission_derivation_age on permission_derivation using brin (decided_at);
comment on table permission_derivation is 'Facts and answers of each permission decision, for explanation';
comment on column permission_derivation.controller_id is 'data controller';
comment on column permission_derivation.decision_id is 'decision id that reads and audit events carry';
comment on column permission_derivation.decided_at is 'when decided';
comment on column permission_derivation.actor_kind is 'customer, employee, partner, system, regulator';
comment on column permission_derivation.actor_id is 'who asked';
comment on column permission_derivation.content is 'facts, rules and answers; opaque ids and field names, no personal values';
alter table permission_derivation enable row level security;
alter table permission_derivation force row level security;
create policy permission_derivation_of_controller on permission_derivation
    using (controller_id = current_setting('shouxin.controller', true));
revoke update on permission_derivation from consent;
