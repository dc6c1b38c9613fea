package org.shouxin.records.intake;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Role;
import org.shouxin.records.customer.Admission;
import org.shouxin.records.intake.row.Defect;
import org.shouxin.records.intake.row.IntakeRow;

/** Tables {@code import} and {@code import_defect}. */
public final class ImportTable {
  private static final String COLUMNS =
      """
      select controller_id, id, state, refusal, duplicate_of, received_at, received_by,
             received_role, employee_no, touched_at, finished_at, checkpoint_row, rows_read,
             rows_accepted, rows_rejected, new_customers, known_customers, new_policies
        from import\
      """;

  private ImportTable() {}

  /** One line of a defect report. */
  public record DefectLine(long rowNumber, String applicationNo, String columnName, String code) {}

  /** Starts an import; false when the same file is running or was completed. */
  static boolean insert(
      Handle handle, Actor actor, UUID id, byte[] sha256, long size, OffsetDateTime now) {
    return insert(handle, actor, id, sha256, size, ImportState.RUNNING, null, now);
  }

  /** Notes that the same file came again. */
  static void insertDuplicate(
      Handle handle, Actor actor, UUID id, byte[] sha256, long size, UUID of, OffsetDateTime now) {
    insert(handle, actor, id, sha256, size, ImportState.IMPORT_DUPLICATE, of, now);
  }

  private static boolean insert(
      Handle handle,
      Actor actor,
      UUID id,
      byte[] sha256,
      long size,
      ImportState state,
      @Nullable UUID duplicateOf,
      OffsetDateTime now) {
    return handle
            .createUpdate(
                """
                insert into import (controller_id, id, sha256, size_bytes, state, duplicate_of,
                                    received_at, received_by, received_role, employee_no,
                                    touched_at, finished_at)
                values (:controller, :id, :sha256, :size, :state, :duplicateOf,
                        :now, :by, :role, :employeeNo, :now,
                        case when :state = 'RUNNING' then null else :now end)
                on conflict do nothing\
                """)
            .bind("controller", actor.controller())
            .bind("id", id)
            .bind("sha256", sha256)
            .bind("size", size)
            .bind("state", state)
            .bind("duplicateOf", duplicateOf)
            .bind("now", now)
            .bind("by", actor.id())
            .bind("role", senderRole(actor).name())
            .bind("employeeNo", actor.employeeNo())
            .execute()
        == 1;
  }

  static Optional<BookImport> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = :id")
        .bind("id", id)
        .mapTo(BookImport.class)
        .findOne();
  }

  /** The import that is reading or has read this file. */
  static Optional<BookImport> findByDigest(Handle handle, byte[] sha256) {
    return handle
        .createQuery(COLUMNS + " where sha256 = :sha256 and state in ('RUNNING', 'COMPLETED')")
        .bind("sha256", sha256)
        .mapTo(BookImport.class)
        .findOne();
  }

  /** Takes over an import that nobody works on; false when somebody was faster. */
  static boolean takeOver(Handle handle, BookImport stale, OffsetDateTime now) {
    return handle
            .createUpdate(
                "update import set touched_at = :now where id = :id and touched_at = :before"
                    + " and state = 'RUNNING'")
            .bind("now", now)
            .bind("id", stale.id())
            .bind("before", stale.touchedAt())
            .execute()
        == 1;
  }

  /** Moves the checkpoint over one batch; false when it was moved by somebody else. */
  static boolean advance(Handle handle, UUID id, Batch batch, OffsetDateTime now) {
    return handle
            .createUpdate(
                """
                update import
                   set checkpoint_row = :last, touched_at = :now, rows_read = rows_read + :read,
                       rows_accepted = rows_accepted + :accepted,
                       rows_rejected = rows_rejected + :rejected
                 where id = :id and checkpoint_row = :before and state = 'RUNNING'\
                """)
            .bind("last", batch.lastRow())
            .bind("now", now)
            .bind("read", batch.read())
            .bind("accepted", batch.policies().size())
            .bind("rejected", batch.read() - batch.policies().size())
            .bind("id", id)
            .bind("before", batch.after())
            .execute()
        == 1;
  }

  static void addAdmission(Handle handle, UUID id, Admission admission) {
    handle
        .createUpdate(
            """
            update import
               set new_customers = new_customers + :created,
                   known_customers = known_customers + :known,
                   new_policies = new_policies + :policies
             where id = :id\
            """)
        .bind("created", admission.newCustomers())
        .bind("known", admission.knownCustomers())
        .bind("policies", admission.newPolicies())
        .bind("id", id)
        .execute();
  }

  static void finish(
      Handle handle, UUID id, ImportState state, @Nullable String refusal, OffsetDateTime now) {
    handle
        .createUpdate(
            """
            update import set state = :state, refusal = :refusal, finished_at = :now,
                   touched_at = :now
             where id = :id and state = 'RUNNING'\
            """)
        .bind("state", state)
        .bind("refusal", refusal)
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  static void insertDefects(Handle handle, ControllerId controller, UUID id, List<IntakeRow> rows) {
    List<Long> numbers = new ArrayList<>();
    List<Integer> ordinals = new ArrayList<>();
    List<String> applications = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (IntakeRow row : rows) {
      int ordinal = 0;
      for (Defect defect : row.defects()) {
        numbers.add(row.number());
        ordinals.add(ordinal++);
        applications.add(row.applicationNo());
        columns.add(defect.column());
        codes.add(defect.code().name());
      }
    }
    if (numbers.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into import_defect
              (controller_id, import_id, row_number, ordinal, application_no, column_name, code)
            select :controller, :id, d.* from unnest(:rows, :ordinals, :applications, :columns,
              :codes) as d\
            """)
        .bind("controller", controller)
        .bind("id", id)
        .bindArray("rows", Long.class, numbers)
        .bindArray("ordinals", Integer.class, ordinals)
        .bindArray("applications", String.class, applications)
        .bindArray("columns", String.class, columns)
        .bindArray("codes", String.class, codes)
        .execute();
  }

  /** All defect lines in the order of the file, in constant memory. */
  static void eachDefect(Handle handle, UUID id, Consumer<DefectLine> taker) {
    try (Stream<DefectLine> lines =
        handle
            .createQuery(
                """
                select row_number, application_no, column_name, code from import_defect
                 where import_id = :id order by row_number, ordinal\
                """)
            .bind("id", id)
            .setFetchSize(2_000)
            .mapTo(DefectLine.class)
            .stream()) {
      lines.forEach(taker);
    }
  }

  private static Role senderRole(Actor actor) {
    return actor.has(Role.COMPLIANCE_OFFICER) ? Role.COMPLIANCE_OFFICER : Role.SUPERVISOR;
  }
}
