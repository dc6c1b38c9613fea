package org.shouxin.records.intake.book;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands a file to the CSV parser record by record, so that one stray quotation mark spoils one row
 * and not the rest of the file. A record whose quotation never closes, or closes in a row of
 * another width, is replaced by {@link #BROKEN}; one longer than any row by {@link #OVERSIZE}.
 */
final class LineMender extends Reader {
  static final String BROKEN = "\uFFFE";
  static final String OVERSIZE = "\uFFFF";
  static final int LONGEST_RECORD = 128 * 1024;
  static final int MOST_FIELDS = 512;
  private static final int MOST_LINES = 24;

  private final Reader in;
  private final char delimiter;
  private final int width;
  private final char[] buffer = new char[64 * 1024];
  private final Deque<String> pushedBack = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder(512);
  private int length;
  private int position;
  private boolean afterReturn;
  private String out = "";
  private int outPosition;

  /** The scan of one record so far. */
  private int fields;

  private boolean open;

  /** Something other than a delimiter follows a closing quotation mark. */
  private boolean spoiled;

  /**
   * @param width cells of the header; 0 while it is not known
   */
  LineMender(Reader in, char delimiter, int width) {
    this.in = in;
    this.delimiter = delimiter;
    this.width = width;
  }

  @Override
  public int read(char[] target, int offset, int count) throws IOException {
    if (outPosition == out.length()) {
      String record = nextRecord();
      if (record == null) {
        return -1;
      }
      out = record + '\n';
      outPosition = 0;
    }
    int copied = Math.min(count, out.length() - outPosition);
    out.getChars(outPosition, outPosition + copied, target, offset);
    outPosition += copied;
    return copied;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private @Nullable String nextRecord() throws IOException {
    String first = nextLine();
    if (first == null || first.equals(OVERSIZE)) {
      return first;
    }
    fields = 1;
    open = false;
    spoiled = false;
    if (first.indexOf('"') < 0) {
      return countDelimiters(first) < MOST_FIELDS ? first : OVERSIZE;
    }
    scan(first);
    if (!open) {
      return spoiled ? BROKEN : fields <= MOST_FIELDS ? first : OVERSIZE;
    }
    return join(first);
  }

  private String join(String first) throws IOException {
    StringBuilder joined = new StringBuilder(first);
    List<String> taken = new ArrayList<>();
    while (open && taken.size() < MOST_LINES && joined.length() < LONGEST_RECORD) {
      String next = nextLine();
      if (next == null) {
        break;
      }
      taken.add(next);
      joined.append('\n').append(next);
      scan(next);
    }
    if (!open && !spoiled && fields >= width && fields <= MOST_FIELDS) {
      return joined.toString();
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      pushedBack.push(taken.get(i));
    }
    return BROKEN;
  }

  /** Goes on over one line: a quotation opens only at the start of a field. */
  private void scan(String text) {
    boolean fieldStart = !open;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open) {
        if (c == '"') {
          if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
            i++;
          } else {
            open = false;
            spoiled |= i + 1 < text.length() && text.charAt(i + 1) != delimiter;
          }
        }
      } else if (c == '"' && fieldStart) {
        open = true;
      } else if (c == delimiter) {
        fields++;
        fieldStart = true;
        continue;
      }
      fieldStart = false;
    }
  }

  private int countDelimiters(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == delimiter) {
        count++;
      }
    }
    return count;
  }

  private @Nullable String nextLine() throws IOException {
    if (!pushedBack.isEmpty()) {
      return pushedBack.pop();
    }
    line.setLength(0);
    boolean oversize = false;
    boolean any = false;
    while (true) {
      if (position == length) {
        length = in.read(buffer, 0, buffer.length);
        position = 0;
        if (length <= 0) {
          length = 0;
          return any ? (oversize ? OVERSIZE : line.toString()) : null;
        }
      }
      if (afterReturn && buffer[position] == '\n') {
        position++;
        afterReturn = false;
        continue;
      }
      afterReturn = false;
      int end = position;
      while (end < length && buffer[end] != '\n' && buffer[end] != '\r') {
        end++;
      }
      any |= end > position || end < length;
      if (!oversize && line.length() + end - position > LONGEST_RECORD) {
        oversize = true;
      }
      if (!oversize) {
        line.append(buffer, position, end - position);
      }
      position = end;
      if (end < length) {
        afterReturn = buffer[end] == '\r';
        position++;
        return oversize ? OVERSIZE : line.toString();
      }
    }
  }
}
