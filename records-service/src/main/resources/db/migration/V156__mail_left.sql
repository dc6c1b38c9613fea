-- One order may be mails to several addresses (guardians, staff). When one of them fails, only that one is tried again:
-- here stands which mails have left, or may have. A mail is known by a name made of its order and its reader, no person.
create table mail_left (
  controller_id text not null,
  mail_name uuid not null,
  outcome text not null,
  left_at timestamptz not null,
  constraint mail_left_pk primary key (controller_id, mail_name),
  constraint mail_left_outcome_known check (outcome in ('SENT', 'UNCERTAIN'))
);
comment on table mail_left is 'Mails that have left the house, or may have, so that a repeated order sends the others only';
comment on column mail_left.controller_id is 'Data controller';
comment on column mail_left.mail_name is 'Name made of the order and its reader';
comment on column mail_left.outcome is 'SENT, or UNCERTAIN (may have left)';
comment on column mail_left.left_at is 'When it was handed over';
alter table mail_left enable row level security;
create policy mail_left_of_controller on mail_left
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on mail_left from records;
