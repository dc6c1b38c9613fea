-- R-BT-05: what the seller keeps of somebody who moved, under its article, is restricted for whoever asks; until that is decided she is not here at all.
alter table customer add column kept_at timestamptz;
comment on column customer.kept_at is 'When it was decided that the seller keeps its copy of somebody who departed: restricted from then on; null for everybody else';
