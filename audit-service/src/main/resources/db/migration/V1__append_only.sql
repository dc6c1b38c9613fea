-- What keeps the log append-only inside the database, besides the grants: one trigger function.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function refuse_change() is 'Trigger of append-only tables: refuses UPDATE, DELETE and TRUNCATE';
