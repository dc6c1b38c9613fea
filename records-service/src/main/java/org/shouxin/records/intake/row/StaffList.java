package org.shouxin.records.intake.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.intake.book.Book;
import org.shouxin.records.intake.book.BookFault;
import org.shouxin.records.intake.book.BookFile;
import org.shouxin.records.intake.book.BookRefused;
import org.shouxin.records.intake.book.RawRow;
import org.shouxin.records.intake.book.RowSource;
import org.shouxin.records.quality.ContactPoint;
import org.shouxin.records.quality.Normalisation;
import org.shouxin.records.quality.Telephone;
import org.shouxin.records.quality.Verdict;

/**
 * Staff and agents from a list in CSV or XLSX: at least a column of numbers and one of telephones.
 */
public final class StaffList {
  private static final Set<String> ROLES = Set.of("role", "角色", "岗位", "职务");
  private static final Set<String> BRANCHES = Set.of("branch", "分公司", "机构", "部门", "营业部", "分支机构");

  private static final Set<String> EMAILS =
      Set.of("work_email", "email", "邮箱", "电子邮箱", "工作邮箱", "企业邮箱");

  /**
   * One employee.
   *
   * @param workEmail normalised; null when the cell holds no address
   * @param emailUnreadable whether the cell holds something else than an address
   * @param mobile normalised; null when the cell holds no telephone number
   */
  public record Line(
      String employeeNo,
      String role,
      @Nullable String branch,
      @Nullable String workEmail,
      boolean emailUnreadable,
      @Nullable String mobile) {
    @Override
    public String toString() {
      return "Line[redacted]";
    }
  }

  private StaffList() {}

  /**
   * Reads a list; rows without employee number are left out.
   *
   * @throws BookRefused {@code HEADER_UNKNOWN} when no header names both columns
   */
  public static List<Line> read(BookFile file) throws IOException {
    HeaderProfile profile = HeaderProfile.standard();
    Book book = Book.open(file, cells -> isHeader(profile, cells) ? Book.FEWEST_NAMES : 0);
    Columns columns = profile.columns(book.header());
    if (!isHeader(profile, book.header())) {
      throw new BookRefused(BookFault.HEADER_UNKNOWN);
    }
    Field contact = PartyFields.APPLICANT.contact(columns);
    int role = column(book.header(), ROLES);
    int branch = column(book.header(), BRANCHES);
    int email = column(book.header(), EMAILS);
    List<Line> found = new ArrayList<>();
    try (RowSource rows = book.rows()) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        String number = Normalisation.text(columns.cell(row, Field.EMPLOYEE_NUMBER));
        if (row.number() > book.headerRow() && number.matches("[A-Za-z0-9-]{1,20}")) {
          String named = Normalisation.text(row.cell(role));
          String place = Normalisation.text(row.cell(branch));
          String written = Normalisation.text(row.cell(email));
          Verdict address = ContactPoint.checkEmail(written);
          found.add(
              new Line(
                  number,
                  named.isEmpty() ? "employee" : named,
                  place.isEmpty() ? null : place,
                  address.defects().isEmpty() ? address.value() : null,
                  !written.isEmpty() && !address.defects().isEmpty(),
                  telephone(columns.cell(row, contact))));
        }
      }
    }
    return found;
  }

  /** The telephone numbers of a list. */
  static Set<String> phones(BookFile file) throws IOException {
    return read(file).stream()
        .flatMap(line -> Stream.ofNullable(line.mobile()))
        .collect(Collectors.toSet());
  }

  private static @Nullable String telephone(String cell) {
    Verdict verdict = Telephone.checkContact(Amounts.expand(cell));
    return verdict.accepted() ? verdict.value() : null;
  }

  private static boolean isHeader(HeaderProfile profile, List<String> cells) {
    Columns columns = profile.columns(cells);
    return columns.has(Field.EMPLOYEE_NUMBER)
        && (columns.has(Field.APPLICANT_MOBILE) || columns.has(Field.APPLICANT_PHONE));
  }

  private static int column(List<String> header, Set<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(Normalisation.text(header.get(i)).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }
}
