-- What a trace found besides its ranking (R-AU-04): how the first suspects' people overlap, and the exact reads. Kept
-- with the ranking as evidence; places and event ids only, no person of the sample.
alter table leak_trace
  add column shared_people text not null default '[]',
  add column evidence text not null default '[]';
comment on column leak_trace.shared_people is 'Pairs of suspects as JSON: how many people of the sample both, and either, had read';
comment on column leak_trace.evidence is 'Reads of leaked people by the first suspects as JSON: event ids and places in the log';
