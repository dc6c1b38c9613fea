package org.shouxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.shouxin.launcher.Progress;
import org.shouxin.launcher.demo.BookImport;
import org.shouxin.launcher.postgres.DatabaseName;

/** Customers of the controller, imported from generated books until there are so many. */
final class CustomerBase {
  private static final double ROWS_FOR_A_CUSTOMER = 0.6;
  private static final int LEAST_ROWS = 1_200;

  private CustomerBase() {}

  static void atLeast(Bed bed, int customers) {
    for (long there = count(bed); there < customers; there = count(bed)) {
      int rows = (int) Math.max(LEAST_ROWS, (customers - there) * ROWS_FOR_A_CUSTOMER);
      Path book = SampleBooks.book(bed, rows, 77 + there);
      try {
        int status =
            new BookImport(bed.layout(), new Progress(System.out))
                .run(book, Bed.CONTROLLER, book.resolveSibling("staff-sample.csv"), null);
        if (status != 0 || count(bed) == there) {
          throw new BenchException("The import brought nobody.");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static long count(Bed bed) {
    return bed.number(
        DatabaseName.RECORDS,
        "select count(*) from customer where controller_id = '" + Bed.CONTROLLER + "'");
  }
}
