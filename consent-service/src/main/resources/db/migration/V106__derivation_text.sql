-- An explanation is written once and read whole: as jsonb each was parsed and compressed at every decision for nothing (75 of 85
-- microseconds a row). Replicas of before this version still write: their jsonb is stored as its text.
alter table permission_derivation alter column content type text using content::text;
