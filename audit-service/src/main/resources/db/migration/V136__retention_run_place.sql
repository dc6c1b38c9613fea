-- Why: a day's run of the retention job (R-RC-09) that was killed began its walks anew. It goes on from the page after the last one that was
-- committed: the place is written in the transaction of each page.
alter table retention_run add column walk text not null default 'DUE_DATES';
alter table retention_run add column place text[] not null default '{}';
comment on column retention_run.walk is 'Which walk it is at: DUE_DATES, RESTRICTION, RETENTION_ENDED, ERASURE_REQUEST; DONE after the last';
comment on column retention_run.place is 'After which record of that walk the next page begins; empty at its start. Pseudonyms only';
