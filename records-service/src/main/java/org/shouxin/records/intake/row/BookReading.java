package org.shouxin.records.intake.row;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shouxin.records.intake.book.Book;
import org.shouxin.records.intake.book.BookFile;
import org.shouxin.records.intake.book.BookRefused;
import org.shouxin.records.intake.book.RawRow;
import org.shouxin.records.intake.book.RowSource;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Normalisation;
import org.shouxin.records.quality.PersonName;
import org.shouxin.records.quality.Telephone;
import org.shouxin.records.quality.Verdict;

/**
 * Reads a book twice in constant memory: first who uses which telephone number, then every row with
 * every fault. The same file, staff list and day give the same rows, so that an interrupted import
 * can read again and go on where it was.
 */
public final class BookReading {
  /** DR-03: this many unrelated customers make a number shared. */
  public static final int SHARED_BY = 3;

  private final HeaderProfile profile = HeaderProfile.standard();
  private final Book book;
  private final Columns columns;
  private final Predicate<String> staff;
  private final LocalDate today;

  private BookReading(BookFile file, Predicate<String> staff, LocalDate today) throws IOException {
    this.book = Book.open(file, profile::recognised);
    this.columns = profile.columns(book.header());
    this.staff = staff;
    this.today = today;
  }

  /**
   * Opens a book and recognises its header; takes well under a second for any file.
   *
   * @param staff true for a normalised number of staff, see {@link StaffList}
   * @throws BookRefused when the file is no book
   */
  public static BookReading open(BookFile file, Predicate<String> staff, LocalDate today)
      throws IOException {
    return new BookReading(file, staff, today);
  }

  /** Takes judged rows in their order. */
  @FunctionalInterface
  public interface Taker {
    void take(IntakeRow row) throws IOException;
  }

  /**
   * All data rows; the first may be the header's with its missing columns. Blank rows, repeated
   * headers, titles and totals are left out.
   */
  public void forEach(Taker taker) throws IOException {
    List<Defect> missing = missingColumns();
    if (!missing.isEmpty()) {
      taker.take(new IntakeRow(book.headerRow(), "", null, missing));
    }
    PhoneCensus phones = countPhones();
    RowJudge judge =
        new RowJudge(book.hasFixedWidth(), new ReportedNumbers(staff, phones::isShared), today);
    eachDataRow((row, named) -> taker.take(judge.judge(row, named)));
  }

  private List<Defect> missingColumns() {
    List<Defect> missing = new ArrayList<>();
    for (Field field : Field.values()) {
      boolean phoneInstead =
          (field == Field.APPLICANT_MOBILE && columns.has(Field.APPLICANT_PHONE))
              || (field == Field.INSURED_MOBILE && columns.has(Field.INSURED_PHONE));
      if (field.need() != Field.Need.OPTIONAL && !columns.has(field) && !phoneInstead) {
        missing.add(new Defect(field.label(), DefectCode.COLUMN_MISSING));
      }
    }
    return missing;
  }

  private PhoneCensus countPhones() throws IOException {
    PhoneCensus census = new PhoneCensus(SHARED_BY);
    eachDataRow((row, named) -> {
      if (RowKind.damage(row, named, book.hasFixedWidth()).isPresent()) {
        return;
      }
      Cells cells = new Cells(named, row);
      String relation = cells.text(Field.INSURED_RELATION);
      count(census, cells, PartyFields.APPLICANT, relation);
      if (!Relations.isSelf(relation)) {
        count(census, cells, PartyFields.INSURED, relation);
      }
    });
    return census;
  }

  private void count(PhoneCensus census, Cells cells, PartyFields party, String relation) {
    Verdict number = Telephone.checkContact(cells.text(party.contact(cells.columns())));
    if (!number.accepted()
        || number.defects().contains(DefectCode.PHONE_DUMMY)
        || staff.test(number.value())) {
      return;
    }
    PartyFields other =
        party == PartyFields.APPLICANT ? PartyFields.INSURED : PartyFields.APPLICANT;
    boolean family = Relations.isFamily(relation);
    census.note(
        number.value(),
        new PhoneCensus.Use(
            hash(cells.find(party.idNumber()).map(Normalisation::number)),
            hash(cells.find(party.name()).map(PersonName::normalise)),
            hash(cells.find(party.address()).map(BookReading::street)),
            family ? hash(cells.find(other.idNumber()).map(Normalisation::number)) : 0));
  }

  /** An address without blanks and remarks in brackets. */
  private static String street(String address) {
    return Normalisation.text(address).replaceAll("\\(.*?\\)|\\s", "");
  }

  private static int hash(Optional<String> value) {
    return value.map(text -> (int) LongTable.hash(text) | 1).orElse(0);
  }

  /**
   * Rows of data with the columns in force: a header repeated in another order counts from there.
   */
  private void eachDataRow(RowTaker taker) throws IOException {
    Columns named = columns;
    try (RowSource rows = book.rows()) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        if (row.number() <= book.headerRow() || book.headerLines().contains(row.cells())) {
          continue;
        }
        RowKind kind = RowKind.of(row, named, profile);
        if (kind == RowKind.HEADER) {
          named = named.reorderedBy(profile.columns(row.cells()));
        } else if (kind == RowKind.DATA) {
          taker.take(row, named);
        }
      }
    }
  }

  @FunctionalInterface
  private interface RowTaker {
    void take(RawRow row, Columns named) throws IOException;
  }
}
