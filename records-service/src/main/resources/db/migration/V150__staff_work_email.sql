-- A work address of an employee (D-127): staff data of the controller, from its staff file, for mails about cases that wait. It is no
-- customer's data and stands in no book.
alter table staff_member add column work_email text;
comment on column staff_member.work_email is 'Work e-mail address as the staff file says; null where it says none.';
