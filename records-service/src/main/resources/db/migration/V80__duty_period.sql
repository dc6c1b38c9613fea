-- Why: periods of legal clocks are law data, not constants (DR-14, promise 7); those of this service's clocks.
-- No row-level security: the law is the same for every controller.
create table duty_period (
  code text not null,
  effective_from date not null,
  counted_in text not null,
  amount integer,
  alarm_hours integer[] not null default '{}',
  basis text not null,
  constraint duty_period_pk primary key (code, effective_from),
  constraint duty_period_counted_in_known
    check (counted_in in ('HOURS', 'CALENDAR_DAYS', 'WORKING_DAYS', 'LETTER')),
  constraint duty_period_amount_told check ((counted_in = 'LETTER') = (amount is null) and amount > 0 is not false)
);
comment on table duty_period is 'Lengths and alarms of legal clocks, effective-dated (DR-14).';
comment on column duty_period.code is 'K-01 to K-24 of DR-14.';
comment on column duty_period.effective_from is 'Clocks started from this day on use this row.';
comment on column duty_period.counted_in is 'HOURS (elapsed), CALENDAR_DAYS, WORKING_DAYS in Asia/Shanghai; LETTER: the letter names the day.';
comment on column duty_period.amount is 'How many; none where the letter names the day.';
comment on column duty_period.alarm_hours is 'Hours before the end at which an open clock alarms, the longest first.';
comment on column duty_period.basis is 'Law, standard or promise it rests on.';
revoke insert, update, delete, truncate on duty_period from records;
insert into duty_period (code, effective_from, counted_in, amount, alarm_hours, basis) values
  ('K-08', '2020-01-01', 'WORKING_DAYS', 3, '{24}', 'PIPL 46; product default'),
  ('K-20', '2020-01-01', 'LETTER', null, '{720,168,24}', 'S2-11: the letter''s date');
