-- Why: an index that begins with the controller was taken for looking up single customers while statistics were
-- young, so that an import read all keys of its controller for every batch. It now begins with what it is for.
drop index data_key_due_for_rewrap;
create index data_key_due_for_rewrap on data_key (key_encryption_key_id, controller_id)
  where destroyed_at is null;
