-- Major complaints (R-CP-01): amount, media, group, data leak, repetition. What counts as much is law data; group of five is the
-- requirement's, amount and repetition are defaults of the product.
create table major_complaint_rule (
    effective_from date    not null,
    amount_from    integer not null,
    people_from    integer not null,
    repeat_from    integer not null,
    repeat_days    integer not null,
    basis          text    not null,
    constraint major_complaint_rule_pk primary key (effective_from),
    constraint major_complaint_rule_positive check (amount_from > 0 and people_from > 1 and repeat_from > 1 and repeat_days > 0)
);
comment on table major_complaint_rule is 'From when on a complaint is major, effective-dated (R-CP-01, promise 7)';
comment on column major_complaint_rule.effective_from is 'complaints read from this day on use this row';
comment on column major_complaint_rule.amount_from is 'disputed amount in whole yuan';
comment on column major_complaint_rule.people_from is 'people who complain together';
comment on column major_complaint_rule.repeat_from is 'complaints of one person within repeat_days: the decided ones and this one';
comment on column major_complaint_rule.repeat_days is 'days looked back';
comment on column major_complaint_rule.basis is 'law, requirement or default it rests on';
revoke insert, update, delete, truncate on major_complaint_rule from consent;
insert into major_complaint_rule (effective_from, amount_from, people_from, repeat_from, repeat_days, basis) values
    ('2020-01-01', 100000, 5, 3, 365, 'R-CP-01: group of 5; amount and repetition: product default');

create table complaint_ground (
    controller_id text        not null,
    complaint_id  uuid        not null,
    ground        text        not null,
    named_by      text        not null,
    named_at      timestamptz not null,
    constraint complaint_ground_pk primary key (controller_id, complaint_id, ground),
    constraint complaint_ground_of_complaint foreign key (controller_id, complaint_id) references complaint (controller_id, id),
    constraint complaint_ground_known check (ground in ('AMOUNT', 'MEDIA', 'GROUP', 'DATA_LEAK', 'REPEAT'))
);
comment on table complaint_ground is 'Why a complaint is major; append-only';
comment on column complaint_ground.controller_id is 'data controller';
comment on column complaint_ground.complaint_id is 'the complaint';
comment on column complaint_ground.ground is 'AMOUNT, MEDIA, GROUP, DATA_LEAK, REPEAT';
comment on column complaint_ground.named_by is 'employee number of who read it; consent-service for REPEAT';
comment on column complaint_ground.named_at is 'when';
alter table complaint_ground enable row level security;
alter table complaint_ground force row level security;
create policy complaint_ground_of_controller on complaint_ground
    using (controller_id = current_setting('shouxin.controller', true));
comment on policy complaint_ground_of_controller on complaint_ground is 'a caller sees its own controller only';
revoke update, delete, truncate on complaint_ground from consent;
create trigger complaint_ground_append_only before update or delete or truncate on complaint_ground
    for each statement execute function refuse_change();

create table complaint_plan (
    controller_id text        not null,
    complaint_id  uuid        not null,
    route         text        not null,
    started_by    text        not null,
    started_at    timestamptz not null,
    constraint complaint_plan_pk primary key (controller_id, complaint_id),
    constraint complaint_plan_of_complaint foreign key (controller_id, complaint_id) references complaint (controller_id, id),
    constraint complaint_plan_route_known check (route in ('MEDIATION', 'LITIGATION'))
);
comment on table complaint_plan is 'The plan that a major complaint needs before it is decided; append-only';
comment on column complaint_plan.controller_id is 'data controller';
comment on column complaint_plan.complaint_id is 'the complaint';
comment on column complaint_plan.route is 'MEDIATION or LITIGATION';
comment on column complaint_plan.started_by is 'employee number of the handler';
comment on column complaint_plan.started_at is 'when';
alter table complaint_plan enable row level security;
alter table complaint_plan force row level security;
create policy complaint_plan_of_controller on complaint_plan
    using (controller_id = current_setting('shouxin.controller', true));
comment on policy complaint_plan_of_controller on complaint_plan is 'a caller sees its own controller only';
revoke update, delete, truncate on complaint_plan from consent;
create trigger complaint_plan_append_only before update or delete or truncate on complaint_plan
    for each statement execute function refuse_change();
