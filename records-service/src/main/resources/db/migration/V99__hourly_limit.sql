-- A day's limit in ten minutes is a sweep: different people are counted by the hour too (R-RC-15). Whoever was opened
-- earlier on the day is no new person. A manager's hour is as wide as the day; a row of a later date narrows it.
alter table access_limit add column people_an_hour integer;
update access_limit set people_an_hour = case role when 'client-manager' then 100 when 'supervisor' then 150 else 250 end;
alter table access_limit alter column people_an_hour set not null;
alter table access_limit add constraint access_limit_hour_in_day check (people_an_hour between 1 and people_a_day);
comment on column access_limit.people_an_hour is 'Most different people newly opened in one clock hour';

create table opened_hour (
  controller_id text not null,
  hour timestamptz not null,
  employee_no text not null,
  people integer not null,
  constraint opened_hour_pk primary key (controller_id, employee_no, hour)
);
comment on table opened_hour is 'How many different people an employee newly opened in a clock hour; a week is kept';
comment on column opened_hour.controller_id is 'Data controller; distribution column of row-level security';
comment on column opened_hour.hour is 'Start of the hour';
comment on column opened_hour.employee_no is 'Employee number';
comment on column opened_hour.people is 'Different people so far';
alter table opened_hour enable row level security;
create policy opened_hour_of_controller on opened_hour
  using (controller_id = current_setting('shouxin.controller', true));
