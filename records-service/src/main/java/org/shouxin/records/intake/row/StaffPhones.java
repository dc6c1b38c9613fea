package org.shouxin.records.intake.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouxin.records.intake.book.Book;
import org.shouxin.records.intake.book.BookFault;
import org.shouxin.records.intake.book.BookRefused;
import org.shouxin.records.intake.book.RawRow;
import org.shouxin.records.intake.book.RowSource;
import org.shouxin.records.quality.Telephone;
import org.shouxin.records.quality.Verdict;

/** The telephone numbers of staff and agents, from a list in CSV or XLSX with a column for them. */
public final class StaffPhones {
  private StaffPhones() {}

  /**
   * Normalised numbers; cells that are no number are left out.
   *
   * @throws BookRefused {@code HEADER_UNKNOWN} when no column holds telephone numbers
   */
  public static Set<String> read(Path file) throws IOException {
    HeaderProfile profile = HeaderProfile.standard();
    Book book =
        Book.open(file, cells -> column(profile, cells) < 0 ? 0 : Book.FEWEST_NAMES + cells.size());
    int column = column(profile, book.header());
    if (column < 0) {
      throw new BookRefused(BookFault.HEADER_UNKNOWN);
    }
    Set<String> found = new HashSet<>();
    try (RowSource rows = book.rows()) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        Verdict verdict = Telephone.checkContact(Amounts.expand(row.cell(column)));
        if (verdict.accepted()) {
          found.add(verdict.value());
        }
      }
    }
    return found;
  }

  private static int column(HeaderProfile profile, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      Field field = profile.find(cells.get(i)).orElse(null);
      if (field == Field.APPLICANT_MOBILE || field == Field.APPLICANT_PHONE) {
        return i;
      }
    }
    return -1;
  }
}
