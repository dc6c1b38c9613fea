-- Why: what audit-service keeps of its own (incidents and reports, RT-11) falls due like everything else and is destroyed by a
-- witnessed plan (R-RC-09, R-RC-11). The service's role may delete none of these rows by itself: only the function below does, for one
-- file of the bound controller at a time. The log's own tables keep the guard that lets nothing through.
-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table destruction_item drop constraint destruction_item_store_known;
-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table destruction_item add constraint destruction_item_store_known check (store in ('records', 'consent', 'audit', 'media'));
-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table destruction_item drop constraint destruction_item_person_or_medium;
-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table destruction_item add constraint destruction_item_person_or_medium
  check ((store in ('audit', 'media')) = (subject_ref is null));
comment on column destruction_item.store is 'Who destroys it: records, consent, audit (the services), media (the executor, by hand)';
comment on column destruction_item.subject_ref is 'Customer id; null for a physical medium and for a file of audit-service';
comment on column destruction_order_open.store is 'Who may fetch it: records, consent or audit';

-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table retention_item drop constraint retention_item_kind_known;
-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table retention_item add constraint retention_item_kind_known check (kind in
  ('POLICY', 'IDENTITY', 'HEALTH_NOTE', 'CONSENT', 'RIGHTS_REQUEST', 'COMPLAINT', 'INCIDENT', 'WHISTLE_REPORT'));

-- Reports closed before this day were closed on it at the latest: they are kept too long rather than too short.
alter table whistle_report add column closed_on date;
update whistle_report set closed_on = (now() at time zone 'Asia/Shanghai')::date where state = 'CLOSED';
comment on column whistle_report.closed_on is 'Day in Asia/Shanghai on which it was closed: its period (RT-11) starts; null while it is open';

create function refuse_change_but_destruction() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('shouxin.destroys', true) = 'own-file'
     and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
    return null;
  end if;
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function refuse_change_but_destruction() is 'Trigger of files that are append-only until they are destroyed: refuses UPDATE, TRUNCATE, and DELETE but by destroy_own_file';

do $$
declare
  guard record;
begin
  for guard in
    select c.relname as table_name, g.tgname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
     where g.tgfoid = 'refuse_change'::regproc and c.relnamespace = 'public'::regnamespace
       and (c.relname = 'incident'
            or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'incident_id' and not a.attisdropped))
  loop
    execute format('drop trigger %I on %I', guard.name, guard.table_name);
    execute format('create trigger %I before update or delete or truncate on %I'
      || ' for each statement execute function refuse_change_but_destruction()', guard.name, guard.table_name);
  end loop;
end $$;

-- Every table with a column incident_id is emptied of the incident, whoever made it. References between them are met by trying again.
create function destroy_own_file(of_controller text, of_kind text, of_file uuid) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  remaining text[];
  blocked text[];
  name text;
  gone integer;
  total integer := 0;
begin
  if of_controller is distinct from current_setting('shouxin.controller', true) then
    raise exception 'not the bound controller' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('shouxin.destroys', 'own-file', true);
  if of_kind = 'WHISTLE_REPORT' then
    delete from whistle_digest where controller_id = of_controller and report_id = of_file;
    get diagnostics gone = row_count; total := total + gone;
    delete from whistle_message where controller_id = of_controller and report_id = of_file;
    get diagnostics gone = row_count; total := total + gone;
    delete from whistle_report where controller_id = of_controller and id = of_file;
    get diagnostics gone = row_count; total := total + gone;
  elsif of_kind = 'INCIDENT' then
    delete from notice_order_open o using notice_order n
      where n.controller_id = of_controller and n.incident_id = of_file
        and o.controller_id = n.controller_id and o.order_id = n.id;
    remaining := array(
      select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'incident_id'
         and not a.attisdropped order by c.relname desc);
    for pass in 1..6 loop
      blocked := '{}';
      foreach name in array remaining loop
        begin
          execute format('delete from %I where controller_id = $1 and incident_id = $2', name) using of_controller, of_file;
          get diagnostics gone = row_count;
          total := total + gone;
        exception when foreign_key_violation then
          blocked := blocked || name;
        end;
      end loop;
      exit when blocked = '{}';
      remaining := blocked;
    end loop;
    delete from incident where controller_id = of_controller and id = of_file;
    get diagnostics gone = row_count; total := total + gone;
  else
    raise exception 'no file of this kind: %', of_kind;
  end if;
  perform set_config('shouxin.destroys', '', true);
  return total;
end $$;
comment on function destroy_own_file(text, text, uuid) is 'Deletes every row of one incident (INCIDENT) or one report of an employee (WHISTLE_REPORT); returns how many';
revoke all on function destroy_own_file(text, text, uuid) from public;
grant execute on function destroy_own_file(text, text, uuid) to audit;
