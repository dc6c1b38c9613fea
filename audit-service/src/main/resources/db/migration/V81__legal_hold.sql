-- Legal holds (R-RC-09, R-RC-11): a hold is a scope, not a mark on records, so a new record in scope is held from birth. Placed and
-- released by two people each; what was done is appended.
create table legal_hold (
  controller_id text not null,
  id uuid not null,
  scope text not null,
  subject_ref text,
  record_ref text,
  insurer text,
  branch text,
  ended_from date,
  ended_until date,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  constraint legal_hold_pk primary key (controller_id, id),
  constraint legal_hold_scope_known check (scope in ('PERSON', 'POLICY', 'CASE', 'QUERY')),
  constraint legal_hold_scope_whole check (
    case scope
      when 'PERSON' then subject_ref is not null and num_nonnulls(record_ref, insurer, branch, ended_from, ended_until) = 0
      when 'QUERY' then num_nonnulls(subject_ref, record_ref) = 0 and num_nonnulls(insurer, branch, ended_from, ended_until) > 0
      else record_ref is not null and num_nonnulls(subject_ref, insurer, branch, ended_from, ended_until) = 0
    end),
  constraint legal_hold_dates_in_order check (ended_from <= ended_until)
);
comment on table legal_hold is 'Holds as placed; append-only, what follows stands in legal_hold_step';
comment on column legal_hold.controller_id is 'Data controller';
comment on column legal_hold.id is 'UUIDv7';
comment on column legal_hold.scope is 'PERSON, POLICY, CASE, or QUERY: whatever fits the columns below, now and later';
comment on column legal_hold.subject_ref is 'The person held';
comment on column legal_hold.record_ref is 'The policy or case held';
comment on column legal_hold.insurer is 'Policies of this insurer';
comment on column legal_hold.branch is 'Records of people whom this branch serves';
comment on column legal_hold.ended_from is 'Policies that ended on this day or later';
comment on column legal_hold.ended_until is 'Policies that ended on this day or earlier';
comment on column legal_hold.reason is 'Why, as the officer wrote it; refused when it holds a person''s number';
comment on column legal_hold.placed_by is 'Employee number';
comment on column legal_hold.placed_at is 'When it was placed';
alter table legal_hold enable row level security;
create policy legal_hold_of_controller on legal_hold
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy legal_hold_of_controller on legal_hold is 'A caller sees its own controller only';
create trigger legal_hold_append_only before update or delete or truncate on legal_hold
  for each statement execute function refuse_change();
revoke update, delete, truncate on legal_hold from audit;

create table legal_hold_step (
  controller_id text not null,
  hold_id uuid not null,
  sequence integer not null,
  kind text not null,
  employee_no text not null,
  reason text not null,
  at timestamptz not null,
  constraint legal_hold_step_pk primary key (controller_id, hold_id, sequence),
  constraint legal_hold_step_of_hold foreign key (controller_id, hold_id) references legal_hold (controller_id, id),
  constraint legal_hold_step_kind_known check (kind in ('APPROVED', 'RELEASE_PROPOSED', 'RELEASED'))
);
comment on table legal_hold_step is 'What was done about a hold, in order; append-only. The state is computed from it';
comment on column legal_hold_step.controller_id is 'Data controller';
comment on column legal_hold_step.hold_id is 'The hold';
comment on column legal_hold_step.sequence is 'From 1 within the hold';
comment on column legal_hold_step.kind is 'APPROVED: in force; RELEASE_PROPOSED: still in force; RELEASED';
comment on column legal_hold_step.employee_no is 'By whom';
comment on column legal_hold_step.reason is 'Why a release is proposed; empty otherwise';
comment on column legal_hold_step.at is 'When';
alter table legal_hold_step enable row level security;
create policy legal_hold_step_of_controller on legal_hold_step
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy legal_hold_step_of_controller on legal_hold_step is 'A caller sees its own controller only';
create trigger legal_hold_step_append_only before update or delete or truncate on legal_hold_step
  for each statement execute function refuse_change();
revoke update, delete, truncate on legal_hold_step from audit;

-- The holds in force and the items they cover, for every question "is it held?".
create view legal_hold_in_force with (security_invoker = true) as
  select h.* from legal_hold h
   where exists (select 1 from legal_hold_step s
                  where s.controller_id = h.controller_id and s.hold_id = h.id and s.kind = 'APPROVED')
     and not exists (select 1 from legal_hold_step s
                      where s.controller_id = h.controller_id and s.hold_id = h.id and s.kind = 'RELEASED');
comment on view legal_hold_in_force is 'Holds that were approved and not released';

create view held_item with (security_invoker = true) as
  select h.id as hold_id, i.controller_id, i.subject_ref, i.store, i.record_ref, i.class
    from legal_hold_in_force h
    join retention_item i on i.controller_id = h.controller_id
     and (h.scope <> 'PERSON' or i.subject_ref = h.subject_ref)
     and (h.scope not in ('POLICY', 'CASE') or i.record_ref = h.record_ref)
     and (h.scope <> 'QUERY' or (h.insurer is null and h.ended_from is null and h.ended_until is null) or i.kind = 'POLICY')
     and (h.insurer is null or i.insurer = h.insurer)
     and (h.branch is null or i.branch = h.branch)
     and (h.ended_from is null or i.start_on >= h.ended_from)
     and (h.ended_until is null or i.start_on <= h.ended_until);
comment on view held_item is 'Records that a hold in force covers directly; a held record also holds its person''s identity file';
