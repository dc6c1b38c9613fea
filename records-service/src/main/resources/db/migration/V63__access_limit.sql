-- How many different people an employee may open on a day (R-RC-15, DR-13): the limits are law data, the same for every
-- controller; who was opened is counted before the answer, exactly, over all replicas.
create table access_limit (
  role text not null,
  effective_from date not null,
  people_a_day integer not null,
  basis text not null,
  constraint access_limit_pk primary key (role, effective_from),
  constraint access_limit_positive check (people_a_day > 0)
);
comment on table access_limit is 'Different people a day by role, effective-dated (R-RC-15, promise 7); roles without a row have no limit';
comment on column access_limit.role is 'Realm role';
comment on column access_limit.effective_from is 'First day in Asia/Shanghai on which it holds';
comment on column access_limit.people_a_day is 'Most different people a day';
comment on column access_limit.basis is 'Rule or product default';
revoke insert, update, delete, truncate on access_limit from records;
insert into access_limit (role, effective_from, people_a_day, basis) values
  ('client-manager', '2021-11-01', 100, 'DR-13, R-RC-15'),
  ('supervisor', '2021-11-01', 300, 'product default'),
  ('compliance-officer', '2021-11-01', 500, 'product default'),
  ('auditor', '2021-11-01', 500, 'product default');

create table opened_customer (
  controller_id text not null,
  day date not null,
  employee_no text not null,
  customer_id uuid not null,
  constraint opened_customer_pk primary key (controller_id, employee_no, day, customer_id)
);
comment on table opened_customer is 'Whom an employee asked for on a day, existing or not; a week is kept';
comment on column opened_customer.controller_id is 'Data controller';
comment on column opened_customer.day is 'Day in Asia/Shanghai';
comment on column opened_customer.employee_no is 'Employee number';
comment on column opened_customer.customer_id is 'The id asked for, also of nobody: an unknown id counts as a known one does';
alter table opened_customer enable row level security;
create policy opened_customer_of_controller on opened_customer
  using (controller_id = current_setting('shouxin.controller', true));

create table opened_count (
  controller_id text not null,
  day date not null,
  employee_no text not null,
  people integer not null,
  constraint opened_count_pk primary key (controller_id, employee_no, day)
);
comment on table opened_count is 'How many they are; its row lock makes the limit exact';
comment on column opened_count.controller_id is 'Data controller';
comment on column opened_count.day is 'Day in Asia/Shanghai';
comment on column opened_count.employee_no is 'Employee number';
comment on column opened_count.people is 'Different people so far';
alter table opened_count enable row level security;
create policy opened_count_of_controller on opened_count
  using (controller_id = current_setting('shouxin.controller', true));
