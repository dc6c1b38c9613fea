package org.shouxin.records.intake.row;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shouxin.records.intake.book.RawRow;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Normalisation;

/** What a row is, before its cells are judged. */
enum RowKind {
  DATA,
  BLANK,
  /** The header once more, as printed pages repeat it. */
  HEADER,
  /** Totals and what people write under a table. */
  FOOTER;

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int LOOKED_AT = 3;
  private static final Pattern HAS_DIGIT = Pattern.compile("\\d");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern FOOTER_WORD =
      Pattern.compile(
          "(?i)(合\\s*计|总\\s*计|小\\s*计|共\\s*计|累\\s*计|汇\\s*总|本页|total|subtotal|grand total|制表|审核|打印|导出|注:|备注:|说明:|第.*页|以下空白).*");

  static RowKind of(RawRow row, Columns columns, HeaderProfile profile) {
    if (row.damage() != RawRow.Damage.NONE) {
      return DATA;
    }
    String first = "";
    int filled = 0;
    for (String cell : row.cells()) {
      String text = Normalisation.text(cell);
      if (!text.isEmpty()) {
        first = filled == 0 ? text : first;
        filled++;
      }
    }
    if (filled == 0) {
      return BLANK;
    }
    if (filled <= 6 && FOOTER_WORD.matcher(first).matches()) {
      return FOOTER;
    }
    return isHeader(row, columns, profile) ? HEADER : DATA;
  }

  private static boolean isHeader(RawRow row, Columns columns, HeaderProfile profile) {
    if (row.cells().equals(columns.header())) {
      return true;
    }
    return startsLikeHeader(row, profile) && profile.recognised(row.cells()) > columns.known() / 2;
  }

  /** A cheap look before all cells are read: no digit, and a known name, at its beginning. */
  private static boolean startsLikeHeader(RawRow row, HeaderProfile profile) {
    boolean named = false;
    for (int i = 0; i < LOOKED_AT; i++) {
      if (HAS_DIGIT.matcher(row.cell(i)).find()) {
        return false;
      }
      named |= profile.find(row.cell(i)).isPresent();
    }
    return named;
  }

  /** The fault of a row that cannot be read cell by cell. */
  static Optional<DefectCode> damage(RawRow row, Columns columns, boolean fixedWidth) {
    switch (row.damage()) {
      case QUOTING -> {
        return Optional.of(DefectCode.ROW_QUOTING);
      }
      case OVERSIZE -> {
        return Optional.of(DefectCode.ROW_WIDTH);
      }
      case NONE -> {}
    }
    if (fixedWidth && row.cells().size() < columns.fewestCells()) {
      return Optional.of(DefectCode.ROW_WIDTH);
    }
    for (int i = columns.width(); i < row.cells().size(); i++) {
      if (!Normalisation.text(row.cell(i)).isEmpty()) {
        return Optional.of(DefectCode.ROW_WIDTH);
      }
    }
    return row.cells().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)
        ? Optional.of(DefectCode.ROW_ENCODING)
        : Optional.empty();
  }

  /** True when the row was written in another encoding than the rest of the file. */
  static boolean isMisread(RawRow row, Columns columns) {
    return isMisread(columns.cell(row, Field.APPLICANT_NAME))
        || isMisread(columns.cell(row, Field.APPLICANT_ADDRESS))
        || isMisread(columns.cell(row, Field.INSURER));
  }

  /** UTF-8 that was read as GB18030 (鏉窞 for 杭州): its bytes are good UTF-8 for Chinese again. */
  private static boolean isMisread(String cell) {
    if (!HAN.matcher(cell).find()) {
      return false;
    }
    try {
      String again =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(cell.getBytes(GB18030)))
              .toString();
      return HAN.matcher(again).find();
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }
}
