-- The erasure ledger (R-RC-08) is read from the log's own entries; a restore must find them among millions.
create index log_entry_of_destruction on log_entry (log_index)
  where entry like '%"type":"key.destroyed"%' or entry like '%"type":"record.destroyed"%';
