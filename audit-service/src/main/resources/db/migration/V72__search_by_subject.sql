-- A search by person covers every type of event (R-AC-05), not accesses alone; one index serves both.
drop index audit_event_by_subject;
create index audit_event_by_subject on audit_event (controller_id, subject_ref, occurred_at desc, log_index desc)
  where subject_ref is not null;
