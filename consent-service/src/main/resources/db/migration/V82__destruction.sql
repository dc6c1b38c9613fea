-- What is destroyed (R-RC-11) leaves a tombstone that names nobody. The service's role may delete none of these rows: only the
-- function below does, for one person of the bound controller at a time.
create table tombstone (
    controller_id   text        not null,
    order_id        uuid        not null,
    plan_id         uuid        not null,
    customer_id     uuid        not null,
    class           text        not null,
    record_ref      text        not null,
    rows_destroyed  integer     not null,
    destroyed_at    timestamptz not null,
    constraint tombstone_pk primary key (controller_id, order_id)
);
comment on table tombstone is 'What was destroyed by which order: ids and numbers only, so that a repeated order does nothing; append-only';
comment on column tombstone.controller_id is 'data controller';
comment on column tombstone.order_id is 'the order of audit-service';
comment on column tombstone.plan_id is 'the destruction plan; number of the certificate';
comment on column tombstone.customer_id is 'the person, opaque';
comment on column tombstone.class is 'retention class of DR-09';
comment on column tombstone.record_ref is 'id of the one record destroyed; empty for all of the person in that class';
comment on column tombstone.rows_destroyed is 'how many rows went';
comment on column tombstone.destroyed_at is 'when';
alter table tombstone enable row level security;
alter table tombstone force row level security;
create policy tombstone_of_controller on tombstone
    using (controller_id = current_setting('shouxin.controller', true));
comment on policy tombstone_of_controller on tombstone is 'a caller sees its own controller only';
revoke update, delete, truncate on tombstone from consent;

-- Append-only tables let a destruction through: the setting alone opens nothing, since the service's role has no right to delete,
-- and the function with the owner's rights deletes one person's rows only.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('shouxin.destruction', true) = 'on' and current_user <> session_user then
    return null;
  end if;
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function refuse_change() is 'Trigger of append-only tables: refuses UPDATE, DELETE and TRUNCATE, but for a destruction';

create function destroy_cases(of_controller text, of_cases uuid[]) returns integer language plpgsql as $$
declare
  child record;
  gone integer;
  total integer := 0;
begin
  delete from duty_clock_event where controller_id = of_controller and case_id = any(of_cases);
  get diagnostics gone = row_count; total := total + gone;
  delete from duty_clock_open where controller_id = of_controller and case_id = any(of_cases);
  -- Whatever refers to a case goes with it, also tables that come later.
  for child in
    select c.conrelid::regclass::text as name, a.attname as of_case
      from pg_constraint c
      join pg_attribute k on k.attrelid = c.confrelid and k.attname = 'id'
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_position(c.confkey, k.attnum)]
     where c.contype = 'f' and c.confrelid in ('complaint'::regclass, 'rights_request'::regclass)
  loop
    execute format('delete from %s where controller_id = $1 and %I = any($2)', child.name, child.of_case)
      using of_controller, of_cases;
    get diagnostics gone = row_count; total := total + gone;
  end loop;
  delete from complaint where controller_id = of_controller and id = any(of_cases);
  get diagnostics gone = row_count; total := total + gone;
  delete from rights_request where controller_id = of_controller and id = any(of_cases);
  get diagnostics gone = row_count;
  return total + gone;
end $$;
comment on function destroy_cases(text, uuid[]) is 'Deletes complaints and rights requests with all that refers to them; called by destroy_consent only';

create function destroy_consent(of_controller text, of_person uuid, of_class text, of_record text) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  consents uuid[];
  gone integer;
  total integer := 0;
begin
  if of_controller is distinct from current_setting('shouxin.controller', true) then
    raise exception 'not the bound controller' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('shouxin.destruction', 'on', true);
  case of_class
  when 'RT-09' then
    total := destroy_cases(of_controller, array(select id from rights_request
      where controller_id = of_controller and customer_id = of_person and of_record in ('', id::text)));
  when 'RT-10' then
    total := destroy_cases(of_controller, array(select id from complaint
      where controller_id = of_controller and customer_id = of_person and of_record in ('', id::text)));
  when 'RT-06' then
    consents := array(select id from consent_record
      where controller_id = of_controller and customer_id = of_person and of_record in ('', id::text));
    delete from receipt where controller_id = of_controller and consent_record_id = any(consents);
    get diagnostics gone = row_count; total := total + gone;
    delete from stop_order_due d using stop_order s
      where s.controller_id = of_controller and s.consent_record_id = any(consents)
        and d.controller_id = s.controller_id and d.stop_order_id = s.id;
    delete from stop_order where controller_id = of_controller and consent_record_id = any(consents);
    get diagnostics gone = row_count; total := total + gone;
    delete from idempotency_key where controller_id = of_controller and record_id = any(consents);
    get diagnostics gone = row_count; total := total + gone;
    delete from consent_decision where controller_id = of_controller and consent_record_id = any(consents);
    get diagnostics gone = row_count; total := total + gone;
    delete from consent_record where controller_id = of_controller and id = any(consents);
    get diagnostics gone = row_count; total := total + gone;
    if of_record = '' then
      delete from notice_presentation where controller_id = of_controller and customer_id = of_person;
      get diagnostics gone = row_count; total := total + gone;
      delete from childhood where controller_id = of_controller and customer_id = of_person;
      get diagnostics gone = row_count; total := total + gone;
      delete from insured_person where controller_id = of_controller and customer_id = of_person;
      get diagnostics gone = row_count; total := total + gone;
      delete from guardianship where controller_id = of_controller and of_person in (child_id, guardian_id);
      get diagnostics gone = row_count; total := total + gone;
    end if;
  else
    raise exception 'class % is not kept here', of_class using errcode = 'invalid_parameter_value';
  end case;
  perform set_config('shouxin.destruction', 'off', true);
  return total;
end $$;
comment on function destroy_consent(text, uuid, text, text) is 'Deletes one person''s consents (RT-06), rights requests (RT-09) or complaints (RT-10), or one of them; returns how many rows';
revoke all on function destroy_cases(text, uuid[]), destroy_consent(text, uuid, text, text) from public;
grant execute on function destroy_consent(text, uuid, text, text) to consent;
