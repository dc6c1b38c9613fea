-- The monitor's rules are data (R-AU-03, promise 7): whole versions, proposed by one person and approved by another,
-- in force from a day on. Version 0 of controller '*' ships with the product and holds where a controller approved none.
create table monitor_rule_set (
  controller_id text not null,
  version integer not null,
  effective_from date not null,
  warn_at double precision not null,
  step_up_at double precision not null,
  block_at double precision not null,
  lock_at double precision not null,
  hours_from integer not null,
  hours_until integer not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  constraint monitor_rule_set_pk primary key (controller_id, version),
  constraint monitor_rule_set_levels_rise check (0 < warn_at and warn_at < step_up_at and step_up_at < block_at and block_at < lock_at),
  constraint monitor_rule_set_hours check (0 <= hours_from and hours_from < hours_until and hours_until <= 24),
  constraint monitor_rule_set_two_people check (approved_by is null or approved_by <> proposed_by),
  constraint monitor_rule_set_approval_whole check ((approved_by is null) = (approved_at is null))
);
comment on table monitor_rule_set is 'Versions of the monitor''s rules, effective-dated, approved by a second person (R-AU-03)';
comment on column monitor_rule_set.controller_id is 'Data controller, or * for what ships with the product';
comment on column monitor_rule_set.version is 'From 1 within a controller; 0 is shipped';
comment on column monitor_rule_set.effective_from is 'First day in Asia/Shanghai on which it holds, once approved';
comment on column monitor_rule_set.warn_at is 'Score from which somebody is told';
comment on column monitor_rule_set.step_up_at is 'Score from which a person signs in anew and a partner''s pace is narrowed';
comment on column monitor_rule_set.block_at is 'Score from which there is no access until a reviewer decides';
comment on column monitor_rule_set.lock_at is 'Score from which access is locked';
comment on column monitor_rule_set.hours_from is 'Working hours begin, hour of the day in Asia/Shanghai';
comment on column monitor_rule_set.hours_until is 'Working hours end before this hour';
comment on column monitor_rule_set.proposed_by is 'Employee number, or product';
comment on column monitor_rule_set.proposed_at is 'When it was proposed';
comment on column monitor_rule_set.approved_by is 'Another person''s employee number, or release; null while only proposed';
comment on column monitor_rule_set.approved_at is 'When it was approved';
alter table monitor_rule_set enable row level security;
create policy monitor_rule_set_of_controller on monitor_rule_set
  using (controller_id = current_setting('shouxin.controller', true));
create policy monitor_rule_set_shipped on monitor_rule_set for select using (controller_id = '*');
comment on policy monitor_rule_set_of_controller on monitor_rule_set is 'A caller sees and proposes its own controller''s only';
comment on policy monitor_rule_set_shipped on monitor_rule_set is 'What ships is the same for everybody';
revoke delete, truncate on monitor_rule_set from audit;

create table monitor_rule (
  controller_id text not null,
  version integer not null,
  signal text not null,
  audience text not null,
  soft double precision not null,
  hard double precision not null,
  points double precision not null,
  growth double precision not null,
  ceiling double precision not null,
  constraint monitor_rule_pk primary key (controller_id, version, signal, audience),
  constraint monitor_rule_of_set foreign key (controller_id, version) references monitor_rule_set (controller_id, version),
  constraint monitor_rule_sense check (0 <= soft and soft < hard and 0 < points and 0 <= growth and ceiling between 1 and 10)
);
comment on table monitor_rule is 'The rules of a version; append-only';
comment on column monitor_rule.controller_id is 'Data controller, or * for what ships with the product';
comment on column monitor_rule.version is 'The rule set it belongs to';
comment on column monitor_rule.signal is 'What is measured';
comment on column monitor_rule.audience is 'Realm role, or * for roles without a row of their own';
comment on column monitor_rule.soft is 'Measure up to which nothing is scored';
comment on column monitor_rule.hard is 'Measure at which the full points are scored';
comment on column monitor_rule.points is 'Points at hard; half as much again at most';
comment on column monitor_rule.growth is 'How many times an actor''s own usual peak is still nothing';
comment on column monitor_rule.ceiling is 'How many times the limits an actor''s own may grow by its baseline';
alter table monitor_rule enable row level security;
create policy monitor_rule_of_controller on monitor_rule
  using (controller_id = current_setting('shouxin.controller', true));
create policy monitor_rule_shipped on monitor_rule for select using (controller_id = '*');
comment on policy monitor_rule_of_controller on monitor_rule is 'A caller sees and proposes its own controller''s only';
comment on policy monitor_rule_shipped on monitor_rule is 'What ships is the same for everybody';
create trigger monitor_rule_append_only before update or delete or truncate on monitor_rule
  for each statement execute function refuse_change();
revoke update, delete, truncate on monitor_rule from audit;

insert into monitor_rule_set values
  ('*', 0, '2021-11-01', 30, 60, 100, 200, 7, 21, 'product', '2026-11-22T00:00:00Z', 'release', '2026-11-22T00:00:00Z');
insert into monitor_rule (controller_id, version, signal, audience, soft, hard, points, growth, ceiling) values
  ('*', 0, 'VOLUME', '*', 35, 75, 100, 2, 1.15),
  ('*', 0, 'NOT_OWN', '*', 10, 30, 100, 2, 2),
  ('*', 0, 'NOT_FOUND', '*', 15, 50, 60, 2, 2),
  ('*', 0, 'SEQUENCE', '*', 6, 20, 70, 0, 1),
  ('*', 0, 'SURNAME', '*', 8, 25, 60, 0, 1),
  ('*', 0, 'OFF_HOURS', '*', 10, 50, 50, 2, 2),
  ('*', 0, 'EXPORT', '*', 0, 1, 40, 0, 1),
  ('*', 0, 'CANARY', '*', 0, 1, 120, 0, 1),
  ('*', 0, 'LIMIT', '*', 0, 1, 35, 0, 1),
  ('*', 0, 'SLOW', '*', 8, 22, 70, 0, 1),
  ('*', 0, 'VOLUME', 'client-manager', 60, 95, 100, 1.3, 1),
  ('*', 0, 'PACE', 'partner', 35, 70, 100, 2, 2.5),
  ('*', 0, 'VOLUME', 'partner', 800, 2000, 60, 3, 5),
  ('*', 0, 'LISTED', 'partner', 40, 80, 80, 1.2, 2),
  ('*', 0, 'NOT_FOUND', 'partner', 150, 400, 50, 2, 5),
  ('*', 0, 'SEQUENCE', 'partner', 15, 50, 70, 0, 1),
  ('*', 0, 'SURNAME', 'partner', 60, 200, 40, 0, 1),
  ('*', 0, 'OFF_HOURS', 'partner', 2000, 6000, 30, 2, 5),
  ('*', 0, 'SLOW', 'partner', 10, 30, 45, 0, 1);
