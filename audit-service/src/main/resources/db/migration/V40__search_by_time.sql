-- Search by time, for questions that name neither a person nor an actor (R-AC-05): newest first within a controller.
create index audit_event_by_time on audit_event (controller_id, occurred_at desc, log_index desc);
