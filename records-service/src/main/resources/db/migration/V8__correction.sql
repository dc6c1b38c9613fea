-- Why: who proposed which correction, with which evidence, who decided (R-RC-03). The corrected value becomes a
-- verified statement beside the older ones: nothing is overwritten, history is all statements of a person.
create table correction (
  controller_id text not null,
  id uuid not null,
  customer_id uuid not null,
  field text not null,
  value bytea not null,
  evidence bytea,
  proposed_by text not null,
  proposer_kind text not null,
  proposed_at timestamptz not null,
  state text not null,
  decided_by text,
  decided_at timestamptz,
  constraint correction_pk primary key (controller_id, id),
  constraint correction_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id),
  constraint correction_state_known check (state in ('PROPOSED', 'APPLIED', 'REJECTED')),
  constraint correction_decided check ((state = 'PROPOSED') = (decided_at is null)),
  constraint correction_proposer_kind_known check (proposer_kind in ('customer', 'employee'))
);
create index correction_of_customer on correction (controller_id, customer_id, proposed_at);
comment on table correction is 'A proposed change of one value of one person (R-RC-03).';
comment on column correction.controller_id is 'Data controller; distribution column of row-level security.';
comment on column correction.id is 'UUIDv7 of the correction, bound into its sealed values.';
comment on column correction.customer_id is 'Whose value.';
comment on column correction.field is 'Which field, as the catalogue names it.';
comment on column correction.value is 'Sealed proposed value.';
comment on column correction.evidence is 'Sealed words or reference of the evidence.';
comment on column correction.proposed_by is 'Who proposed it.';
comment on column correction.proposer_kind is 'customer or employee.';
comment on column correction.proposed_at is 'When.';
comment on column correction.state is 'PROPOSED waits for a second person; APPLIED; REJECTED.';
comment on column correction.decided_by is 'Who applied or rejected it.';
comment on column correction.decided_at is 'When.';
alter table correction enable row level security;
create policy correction_of_controller on correction
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on correction from records;
