package org.shouxin.launcher.backup;

import java.util.Locale;

/**
 * What a table held at one moment.
 *
 * @param rows how many
 * @param digest SHA-256 over the sum of the rows' SHA-256: the same for the same rows in any order
 */
record TableFigure(String database, String schema, String table, long rows, String digest) {
  /** {@code records.public.customer}. */
  String name() {
    return String.format(Locale.ROOT, "%s.%s.%s", database, schema, table);
  }
}
