-- Exports need another person's approval, are encrypted to their receiver, marked, small and short-lived (R-RC-15). The file
-- itself is kept nowhere: it is made when it is fetched, once.
alter table access_limit add column people_an_export integer;
update access_limit set people_an_export =
  case role when 'client-manager' then 100 when 'supervisor' then 300 when 'compliance-officer' then 500 else 0 end;
alter table access_limit alter column people_an_export set not null;
alter table access_limit add constraint access_limit_export_bounded check (people_an_export between 0 and 500);
comment on column access_limit.people_an_export is 'Most people in one export; 0: the role exports nothing';

create table export (
  controller_id text not null,
  id uuid not null,
  requested_by text not null,
  requester_branch text,
  receiver text not null,
  receiver_key text not null,
  purpose text not null,
  reference text not null,
  format text not null,
  people uuid[] not null,
  requested_at timestamptz not null,
  decide_by timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  fetch_by timestamptz,
  produced_at timestamptz,
  marked_rows integer,
  constraint export_pk primary key (controller_id, id),
  constraint export_format_known check (format in ('CSV', 'XLSX')),
  constraint export_bounded check (cardinality(people) between 1 and 500),
  constraint export_four_eyes check (decided_by <> requested_by),
  constraint export_decision_whole check ((decided_by is null) = (decided_at is null)),
  constraint export_produced_after_approval check (produced_at is null or fetch_by is not null),
  constraint export_produced_whole check ((produced_at is null) = (marked_rows is null))
);
comment on table export is 'Requests to export customers, approved by another person; whose mark a leaked sheet is compared with (R-RC-15)';
comment on column export.controller_id is 'Data controller; distribution column of row-level security';
comment on column export.id is 'UUIDv7; the key of its mark is derived from it';
comment on column export.requested_by is 'Who asked, and who fetches';
comment on column export.requester_branch is 'The requester''s branch then: its supervisors decide';
comment on column export.receiver is 'Employee number or organisation that holds the private key';
comment on column export.receiver_key is 'Tink public keyset (HPKE) that the file is encrypted to';
comment on column export.purpose is 'Purpose code; each person is decided for it when the file is made';
comment on column export.reference is 'Number of the order or case it is for';
comment on column export.format is 'CSV or XLSX';
comment on column export.people is 'Customer ids it is for, existing or not';
comment on column export.requested_at is 'When it was asked; start of K-22';
comment on column export.decide_by is 'End of K-22: undecided then, it has lapsed';
comment on column export.decided_by is 'Who approved or rejected; never the requester';
comment on column export.decided_at is 'When';
comment on column export.fetch_by is 'When the approval ends, fetched or not; null while it waits or when rejected';
comment on column export.produced_at is 'When the file was made and fetched; only once';
comment on column export.marked_rows is 'Rows before decoys were added: their number follows from it';
create index export_waiting on export (controller_id, requested_at) where decided_at is null;
create index export_produced on export (controller_id, produced_at desc) where produced_at is not null;
alter table export enable row level security;
create policy export_of_controller on export
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on export from records;
