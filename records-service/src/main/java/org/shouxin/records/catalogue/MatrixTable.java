package org.shouxin.records.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** SQL of access_rule and field_class. */
final class MatrixTable {
  private MatrixTable() {}

  static AccessMatrix inForce(Handle handle, LocalDate today) {
    List<AccessRule> rules =
        handle
            .createQuery(
                """
                select distinct on (data_class, position) data_class, position, shown, unmask
                  from access_rule where effective_from <= :today
                 order by data_class, position, effective_from desc\
                """)
            .bind("today", today)
            .map((row, context) ->
                new AccessRule(
                    row.getString("data_class"),
                    Audience.valueOf(row.getString("position")),
                    Shown.valueOf(row.getString("shown")),
                    Unmask.valueOf(row.getString("unmask"))))
            .list();
    Map<String, String> classes =
        handle
            .createQuery("select field, data_class from field_class")
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    return new AccessMatrix(rules, classes);
  }
}
