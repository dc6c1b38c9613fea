-- What the integrator derives from the entries: full hash tiles and every checkpoint that was signed.
-- No row-level security: both are published to everybody (C2SP tlog-tiles).
create table log_tile (
  tile_level smallint not null,
  tile_index bigint not null,
  hashes bytea not null,
  constraint log_tile_pk primary key (tile_level, tile_index),
  constraint log_tile_full check (octet_length(hashes) = 8192),
  constraint log_tile_address check (tile_level between 0 and 63 and tile_index >= 0)
);
comment on table log_tile is 'Full hash tiles of the Merkle tree, 256 SHA-256 values each, append-only';
comment on column log_tile.tile_level is '0 holds leaf hashes, each level above the roots of full tiles below';
comment on column log_tile.tile_index is 'Place within the level, from 0';
comment on column log_tile.hashes is '256 hashes of 32 bytes';

create table log_checkpoint (
  size bigint not null,
  note text not null,
  signed_at timestamptz not null,
  constraint log_checkpoint_pk primary key (size),
  constraint log_checkpoint_size_positive check (size >= 0)
);
comment on table log_checkpoint is 'Signed checkpoints, one for a size and never two, append-only';
comment on column log_checkpoint.size is 'Number of entries that the checkpoint commits to';
comment on column log_checkpoint.note is 'The signed note as published';
comment on column log_checkpoint.signed_at is 'When it was signed, by this service''s clock';

create trigger log_tile_append_only before update or delete or truncate on log_tile
  for each statement execute function refuse_change();
create trigger log_checkpoint_append_only before update or delete or truncate on log_checkpoint
  for each statement execute function refuse_change();
revoke update, delete, truncate on log_tile, log_checkpoint from audit;
