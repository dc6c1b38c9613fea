package org.shouxin.records.intake.book;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text file is written: the combination of encoding and delimiter under which a header row is
 * recognised best. A byte order mark is only a hint; exports carry wrong ones.
 *
 * @param skip bytes of the byte order mark
 */
record CsvDialect(Charset charset, int skip, char delimiter, FoundHeader header) {
  /** GB18030 contains GBK and GB2312. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final int LOOKED_AT = 256 * 1024;

  static CsvDialect detect(BookFile file, HeaderRecognition recognition) throws IOException {
    byte[] head;
    try (InputStream in = file.stream()) {
      head = in.readNBytes(LOOKED_AT);
    }
    int mark = markLength(head);
    if (isUtf16(head)) {
      throw new BookRefused(BookFault.ENCODING_UNKNOWN);
    }
    List<Charset> charsets = List.of(StandardCharsets.UTF_8, GB18030);
    CsvDialect best = null;
    int most = Book.FEWEST_NAMES - 1;
    for (Charset charset : charsets) {
      for (char delimiter : DELIMITERS) {
        RawRow above = null;
        for (RawRow row : firstRows(head, mark, charset, delimiter)) {
          FoundHeader header = FoundHeader.read(above, row, recognition);
          if (header.recognised() > most) {
            most = header.recognised();
            best = new CsvDialect(charset, mark, delimiter, header);
          }
          above = row;
        }
      }
    }
    if (best == null) {
      throw new BookRefused(whyNot(head, mark, charsets));
    }
    return best;
  }

  /** UTF-16 by its mark, or by the zero bytes of Latin letters, digits and commas. */
  static boolean isUtf16(byte[] head) {
    if (head.length >= 2
        && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
            || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF))) {
      return true;
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    int most = Math.max(zeros[0], zeros[1]);
    return most > Math.max(8, head.length / 20) && most > 10 * Math.min(zeros[0], zeros[1]);
  }

  /** Characters that cannot be decoded become U+FFFD, so that only their rows are refused. */
  static InputStreamReader reader(InputStream in, Charset charset) {
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith("\uFFFD"));
  }

  private static List<RawRow> firstRows(byte[] head, int mark, Charset charset, char delimiter)
      throws IOException {
    List<RawRow> rows = new ArrayList<>();
    InputStream in = new ByteArrayInputStream(head, mark, head.length - mark);
    try (CsvRows source = new CsvRows(reader(in, charset), delimiter, 0)) {
      RawRow row = source.next();
      while (row != null && rows.size() < Book.HEADER_WITHIN) {
        rows.add(row);
        row = source.next();
      }
    }
    return rows;
  }

  private static BookFault whyNot(byte[] head, int mark, List<Charset> charsets) {
    int fewest = Integer.MAX_VALUE;
    for (Charset charset : charsets) {
      String text = new String(head, mark, head.length - mark, charset);
      fewest = Math.min(fewest, (int) text.chars().filter(c -> c == 0xFFFD).count());
      if (text.indexOf('\n') < 0 && text.length() >= LineMender.LONGEST_RECORD) {
        return BookFault.COLUMNS_TOO_MANY;
      }
    }
    // one is the character cut in half where looking stopped
    return fewest > 1 ? BookFault.ENCODING_UNKNOWN : BookFault.HEADER_UNKNOWN;
  }

  private static int markLength(byte[] head) {
    return head.length >= 3
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF
        ? 3
        : 0;
  }
}
