package org.shouxin.records.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.records.disclosure.mask.MaskKind;

/** SQL of field_grade: read the grades in force, append one. */
final class GradeTable {
  private static final Map<Audience, String> COLUMNS =
      Map.of(
          Audience.CUSTOMER, "for_customer",
          Audience.PARTNER, "for_partner",
          Audience.CLIENT_MANAGER, "for_client_manager",
          Audience.SUPERVISOR, "for_supervisor",
          Audience.COMPLIANCE, "for_compliance",
          Audience.AUDITOR, "for_auditor");

  private GradeTable() {}

  /** The newest grade of each field: the controller's own, or the common one. */
  static List<FieldGrade> inForce(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select distinct on (field) * from field_grade where effective_from <= :now
             order by field, effective_from desc, controller_id nulls last\
            """)
        .bind("now", now)
        .map((row, context) -> read(row))
        .list();
  }

  static void append(
      Handle handle, ControllerId controller, FieldGrade grade, Instant from, String approvedBy) {
    Update insert =
        handle
            .createUpdate(
                """
                insert into field_grade
                  (controller_id, field, effective_from, class, level, sensitive, mask_kind,
                   for_customer, for_partner, for_client_manager, for_supervisor, for_compliance,
                   for_auditor, approved_by)
                values (:controller, :field, :from, :class, :level, :sensitive, :mask_kind,
                   :for_customer, :for_partner, :for_client_manager, :for_supervisor,
                   :for_compliance, :for_auditor, :by)\
                """)
            .bind("controller", controller)
            .bind("from", from)
            .bind("by", approvedBy);
    bind(insert, grade).execute();
  }

  /** Binds every column of a grade by its name. */
  static Update bind(Update statement, FieldGrade grade) {
    COLUMNS.forEach((audience, column) -> statement.bind(column, grade.shownTo(audience).name()));
    return statement
        .bind("field", grade.field())
        .bind("class", grade.grade())
        .bind("level", grade.level())
        .bind("sensitive", grade.sensitive())
        .bind("mask_kind", grade.mask().map(MaskKind::name).orElse("NONE"));
  }

  static FieldGrade read(ResultSet row) throws SQLException {
    Map<Audience, Shown> shown = new EnumMap<>(Audience.class);
    for (Map.Entry<Audience, String> column : COLUMNS.entrySet()) {
      shown.put(column.getKey(), Shown.valueOf(row.getString(column.getValue())));
    }
    String mask = row.getString("mask_kind");
    return new FieldGrade(
        row.getString("field"),
        row.getString("class"),
        row.getInt("level"),
        row.getBoolean("sensitive"),
        mask.equals("NONE") ? Optional.empty() : Optional.of(MaskKind.valueOf(mask)),
        Map.copyOf(shown));
  }
}
