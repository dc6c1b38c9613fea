-- Why: PostgreSQL keeps the old version of a changed row on its page until the page is written anew. A destroyed key must not be
-- read from there by whoever holds the disk and the key-encryption key, so the table is written anew after each destruction.
create table key_sweep (
  only_row boolean not null default true,
  swept_at timestamptz not null,
  constraint key_sweep_pk primary key (only_row),
  constraint key_sweep_single check (only_row)
);
comment on table key_sweep is 'When the keys'' table was last written anew; one row.';
comment on column key_sweep.only_row is 'Keeps the table at one row.';
comment on column key_sweep.swept_at is 'Keys destroyed before are on no page any more.';
insert into key_sweep values (true, 'epoch');
revoke insert, delete, truncate on key_sweep from "keys";

create index data_key_destroyed on data_key (destroyed_at) where destroyed_at is not null;

create function sweep_destroyed_keys() returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from data_key where destroyed_at > (select swept_at from key_sweep)) then
    return false;
  end if;
  -- Only what this transaction sees as destroyed: a key that is being destroyed meanwhile is swept the next time.
  update key_sweep set swept_at = (select max(destroyed_at) from data_key);
  cluster data_key using data_key_pk;
  return true;
end $$;
comment on function sweep_destroyed_keys() is 'Writes the keys'' table anew when a key was destroyed since the last time; readers wait meanwhile.';
revoke all on function sweep_destroyed_keys() from public;
grant execute on function sweep_destroyed_keys() to "keys";
