-- R-BT-04, D-143: a receipt says what arrived. Items at rest are compared while nobody can touch them yet, and what was found commits with the switch.
create table arrival_comparison (
  controller_id text not null,
  arrival_id uuid not null,
  item_class text not null,
  matched bigint not null,
  explained bigint not null,
  missing bigint not null,
  extra bigint not null,
  constraint arrival_comparison_pk primary key (controller_id, arrival_id, item_class),
  constraint arrival_comparison_of_switch foreign key (controller_id, arrival_id) references arrival_switch (controller_id, arrival_id)
);
comment on table arrival_comparison is 'What was found of each class when the people of an arrival were admitted; append-only';
comment on column arrival_comparison.controller_id is 'The controller that receives';
comment on column arrival_comparison.arrival_id is 'The arrival';
comment on column arrival_comparison.item_class is 'Class of items';
comment on column arrival_comparison.matched is 'Items that stood here exactly as promised';
comment on column arrival_comparison.explained is 'Items merged with what was here before';
comment on column arrival_comparison.missing is 'Promised and not found';
comment on column arrival_comparison.extra is 'Found and not promised';
alter table arrival_comparison enable row level security;
create policy arrival_comparison_of_controller on arrival_comparison
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy arrival_comparison_of_controller on arrival_comparison is 'A caller sees its own controller only';
revoke update, delete, truncate on arrival_comparison from records;
