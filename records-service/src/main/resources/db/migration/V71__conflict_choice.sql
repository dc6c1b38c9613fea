-- Why: what sources say differently about one person stays side by side until people choose (R-RC-01). What
-- identifies a person is settled only when two people choose the same statement.
create table conflict_choice (
  controller_id text not null,
  customer_id uuid not null,
  statement_id uuid not null,
  fact text not null,
  chosen_by text not null,
  supervising boolean not null,
  chosen_at timestamptz not null,
  constraint conflict_choice_pk primary key (controller_id, customer_id, statement_id, fact, chosen_by),
  constraint conflict_choice_statement foreign key (controller_id, customer_id, statement_id)
    references customer_statement (controller_id, customer_id, id)
);
comment on table conflict_choice is 'Who chose which statement to hold where sources differ; append-only, holds no value.';
comment on column conflict_choice.controller_id is 'Data controller; distribution column of row-level security.';
comment on column conflict_choice.customer_id is 'The person.';
comment on column conflict_choice.statement_id is 'The statement whose value was chosen.';
comment on column conflict_choice.fact is 'Which fact of it.';
comment on column conflict_choice.chosen_by is 'Who chose, as audit events name them.';
comment on column conflict_choice.supervising is 'Whether in the role of a supervisor or compliance officer.';
comment on column conflict_choice.chosen_at is 'When.';

alter table conflict_choice enable row level security;
create policy conflict_choice_of_controller on conflict_choice
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on conflict_choice from records;
create trigger conflict_choice_append_only before update or truncate on conflict_choice
  for each statement execute function refuse_change();
