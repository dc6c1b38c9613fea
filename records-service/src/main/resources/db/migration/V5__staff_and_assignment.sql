-- Why: a client manager sees own customers only, a supervisor those of the branch, and access ends the moment
-- the assignment ends (DR-13 hard rules). Staff phones are kept as keyed hashes to block them as customers'
-- phones (DR-03 PHONE_IS_STAFF).
create table staff_member (
  controller_id text not null,
  employee_no text not null,
  role text not null,
  branch text,
  mobile_index bytea,
  recorded_at timestamptz not null,
  constraint staff_member_pk primary key (controller_id, employee_no),
  constraint staff_member_number_shape check (employee_no ~ '^[A-Za-z0-9-]{1,20}$')
);
comment on table staff_member is 'Employees of the controller, from its staff file.';
comment on column staff_member.controller_id is 'Data controller; distribution column of row-level security.';
comment on column staff_member.employee_no is 'Employee number (业务员工号).';
comment on column staff_member.role is 'Role as the staff file says.';
comment on column staff_member.branch is 'Branch (分公司).';
comment on column staff_member.mobile_index is 'Blind index of the employee''s phone number.';
comment on column staff_member.recorded_at is 'When it was last recorded.';
alter table staff_member enable row level security;
create policy staff_member_of_controller on staff_member
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on staff_member from records;

create table assignment (
  controller_id text not null,
  customer_id uuid not null,
  employee_no text not null,
  assigned_at timestamptz not null,
  ended_at timestamptz,
  constraint assignment_pk primary key (controller_id, customer_id, employee_no),
  constraint assignment_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id)
);
create index assignment_of_employee on assignment (controller_id, employee_no, customer_id)
  where ended_at is null;
comment on table assignment is 'Which client manager looks after which customer.';
comment on column assignment.controller_id is 'Data controller; distribution column of row-level security.';
comment on column assignment.customer_id is 'The customer.';
comment on column assignment.employee_no is 'The client manager.';
comment on column assignment.assigned_at is 'Since when.';
comment on column assignment.ended_at is 'When it ended; access ends with it.';
alter table assignment enable row level security;
create policy assignment_of_controller on assignment
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on assignment from records;
