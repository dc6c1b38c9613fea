-- Entitlement review (R-AC-04): each quarter every right of every employee is confirmed or revoked; what nobody answers is
-- suspended, and the decision refuses it. Periods and conflicting roles are law data, the same for every controller; the schedule
-- holds controllers and times only: none of the three has row-level security.
create table review_rule (
    effective_from date    not null,
    answer_days    integer not null,
    unused_days    integer not null,
    basis          text    not null,
    constraint review_rule_pk primary key (effective_from),
    constraint review_rule_positive check (answer_days > 0 and unused_days > 0)
);
comment on table review_rule is 'Periods of the entitlement review, effective-dated (R-AC-04, promise 7)';
comment on column review_rule.effective_from is 'first day in Asia/Shanghai on which it holds';
comment on column review_rule.answer_days is 'days until an unanswered right is suspended';
comment on column review_rule.unused_days is 'days without use after which a right is marked';
comment on column review_rule.basis is 'rule or product default';
revoke insert, update, delete, truncate on review_rule from consent;
insert into review_rule values ('2021-11-01', 14, 90, 'R-AC-04');

create table role_conflict (
    role           text not null,
    other          text not null,
    effective_from date not null,
    basis          text not null,
    constraint role_conflict_pk primary key (role, other, effective_from)
);
comment on table role_conflict is 'Roles that one person must not hold together, effective-dated (R-AC-01, R-AC-04)';
comment on column role_conflict.role is 'realm role';
comment on column role_conflict.other is 'realm role that conflicts with it';
comment on column role_conflict.effective_from is 'first day in Asia/Shanghai on which it holds';
comment on column role_conflict.basis is 'rule or product default';
revoke insert, update, delete, truncate on role_conflict from consent;
insert into role_conflict values
    ('client-manager', 'compliance-officer', '2021-11-01', 'R-AC-01: nobody watches over herself'),
    ('supervisor', 'compliance-officer', '2021-11-01', 'R-AC-01: nobody watches over herself'),
    ('client-manager', 'auditor', '2021-11-01', 'R-AC-01: auditors change nothing'),
    ('supervisor', 'auditor', '2021-11-01', 'R-AC-01: auditors change nothing'),
    ('compliance-officer', 'auditor', '2021-11-01', 'R-AC-01: auditors change nothing'),
    ('client-manager', 'operator', '2021-11-01', 'R-AC-01: operators reach no personal data'),
    ('supervisor', 'operator', '2021-11-01', 'R-AC-01: operators reach no personal data');

create table review_schedule (
    controller_id text        not null,
    campaign_id   uuid,
    look_again_at timestamptz not null,
    constraint review_schedule_pk primary key (controller_id)
);
comment on table review_schedule is 'When each controller''s review is looked at next; from its first review on';
comment on column review_schedule.controller_id is 'data controller';
comment on column review_schedule.campaign_id is 'the open review; null between two';
comment on column review_schedule.look_again_at is 'when the open one ends, or the next quarter begins';

create table right_use (
    controller_id text        not null,
    employee_no text not null,
    purpose text not null,
    last_used_on date not null,
    constraint right_use_pk primary key (controller_id, employee_no, purpose)
);
comment on table right_use is 'On which day an employee last used a purpose, for the marks of the review';
comment on column right_use.controller_id is 'data controller';
comment on column right_use.employee_no is 'employee number';
comment on column right_use.purpose is 'P-01 and so on';
comment on column right_use.last_used_on is 'day in Asia/Shanghai';
alter table right_use enable row level security;
alter table right_use force row level security;
create policy right_use_of_controller on right_use
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on right_use from consent;

create table rights_review (
    controller_id text        not null,
    id uuid not null,
    opened_at timestamptz not null,
    opened_by text not null,
    due_at timestamptz not null,
    closed_at timestamptz,
    report text,
    signature text,
    constraint rights_review_pk primary key (controller_id, id),
    constraint rights_review_report_signed check ((closed_at is null) = (report is null) and (report is null) = (signature is null))
);
comment on table rights_review is 'Entitlement reviews with their signed reports (R-AC-04)';
comment on column rights_review.controller_id is 'data controller';
comment on column rights_review.id is 'UUIDv7';
comment on column rights_review.opened_at is 'when';
comment on column rights_review.opened_by is 'who, or the schedule';
comment on column rights_review.due_at is 'what is unanswered then is suspended';
comment on column rights_review.closed_at is 'when it ended';
comment on column rights_review.report is 'the report, canonical JSON';
comment on column rights_review.signature is 'detached JWS of the report by the key that signs receipts';
alter table rights_review enable row level security;
alter table rights_review force row level security;
create policy rights_review_of_controller on rights_review
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on rights_review from consent;

create table rights_review_item (
    controller_id text        not null,
    id uuid not null,
    review_id uuid not null,
    employee_no text not null,
    branch text,
    managed boolean not null,
    purpose text not null,
    marks text[] not null,
    state text not null,
    decided_by text,
    decided_at timestamptz,
    constraint rights_review_item_pk primary key (controller_id, id),
    constraint rights_review_item_once unique (controller_id, review_id, employee_no, purpose),
    constraint rights_review_item_state_known check (state in ('OPEN', 'CONFIRMED', 'REVOKED', 'SUSPENDED')),
    constraint rights_review_item_by_another check (decided_by is null or decided_by <> employee_no)
);
comment on table rights_review_item is 'One right of one employee, and what became of it';
comment on column rights_review_item.controller_id is 'data controller';
comment on column rights_review_item.id is 'UUIDv7';
comment on column rights_review_item.review_id is 'the review';
comment on column rights_review_item.employee_no is 'whose right';
comment on column rights_review_item.branch is 'her branch, when HR has told it';
comment on column rights_review_item.managed is 'a supervisor of the branch decides; else compliance';
comment on column rights_review_item.purpose is 'the right: to use customers'' data for this';
comment on column rights_review_item.marks is 'UNUSED, CONFLICTING';
comment on column rights_review_item.state is 'OPEN, CONFIRMED, REVOKED, SUSPENDED';
comment on column rights_review_item.decided_by is 'who decided';
comment on column rights_review_item.decided_at is 'when';
alter table rights_review_item enable row level security;
alter table rights_review_item force row level security;
create policy rights_review_item_of_controller on rights_review_item
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on rights_review_item from consent;

create table right_suspension (
    controller_id text        not null,
    employee_no text not null,
    purpose text not null,
    item_id uuid not null,
    since timestamptz not null,
    lifted_at timestamptz,
    constraint right_suspension_pk primary key (controller_id, employee_no, purpose)
);
comment on table right_suspension is 'Rights that the decision refuses (R-AC-04)';
comment on column right_suspension.controller_id is 'data controller';
comment on column right_suspension.employee_no is 'employee number';
comment on column right_suspension.purpose is 'P-01 and so on';
comment on column right_suspension.item_id is 'the review''s item that says so';
comment on column right_suspension.since is 'since when';
comment on column right_suspension.lifted_at is 'when confirmed after all';
alter table right_suspension enable row level security;
alter table right_suspension force row level security;
create policy right_suspension_of_controller on right_suspension
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on right_suspension from consent;
