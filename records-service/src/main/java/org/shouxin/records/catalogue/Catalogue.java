package org.shouxin.records.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.records.disclosure.mask.MaskKind;

/** The grades in force. A re-graded field shows its new mask within {@link #FRESH}. */
@ApplicationScoped
public class Catalogue {
  static final Duration FRESH = Duration.ofSeconds(5);

  private static final Map<Audience, String> COLUMNS =
      Map.of(
          Audience.CUSTOMER, "for_customer",
          Audience.PARTNER, "for_partner",
          Audience.CLIENT_MANAGER, "for_client_manager",
          Audience.SUPERVISOR, "for_supervisor",
          Audience.COMPLIANCE, "for_compliance",
          Audience.AUDITOR, "for_auditor");

  private final Database database;
  private final Clock clock;
  private volatile @Nullable Snapshot snapshot;

  Catalogue(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Grades by field name. A field that is not among them must not be served. */
  public Map<String, FieldGrade> grades() {
    Instant now = clock.instant();
    Snapshot known = snapshot;
    if (known == null || known.readAt.plus(FRESH).isBefore(now)) {
      known = new Snapshot(now, read(now));
      snapshot = known;
    }
    return known.grades;
  }

  private Map<String, FieldGrade> read(Instant now) {
    return database.systemRead(handle -> {
      Map<String, FieldGrade> grades = new HashMap<>();
      handle
          .createQuery(
              """
              select distinct on (field) * from field_grade
               where effective_from <= :now order by field, effective_from desc\
              """)
          .bind("now", OffsetDateTime.ofInstant(now, clock.getZone()))
          .map((row, context) -> grade(row))
          .forEach(grade -> grades.put(grade.field(), grade));
      return Map.copyOf(grades);
    });
  }

  private static FieldGrade grade(ResultSet row) throws SQLException {
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

  private record Snapshot(Instant readAt, Map<String, FieldGrade> grades) {}
}
