package org.shouxin.records.intake.book;

import java.io.IOException;
import java.io.InputStream;

/** What a file is, by its first bytes. */
enum FileKind {
  CSV,
  XLSX;

  private static final int LOOKED_AT = 8192;

  static FileKind of(BookFile file) throws IOException {
    byte[] head;
    try (InputStream in = file.stream()) {
      head = in.readNBytes(LOOKED_AT);
    }
    if (head.length == 0) {
      throw new BookRefused(BookFault.FILE_EMPTY);
    }
    if (startsWith(head, 'P', 'K', 3, 4)) {
      return XLSX;
    }
    if (isBinary(head)) {
      throw new BookRefused(BookFault.FILE_TYPE);
    }
    return CSV;
  }

  /** Images, PDF, old Excel and archives; text has no zero bytes unless it is UTF-16. */
  private static boolean isBinary(byte[] head) {
    if (CsvDialect.isUtf16(head)) {
      return false;
    }
    if (startsWith(head, 0xFF, 0xD8, 0xFF)
        || startsWith(head, '%', 'P', 'D', 'F')
        || startsWith(head, 'G', 'I', 'F', '8')
        || startsWith(head, 0x1F, 0x8B)
        || startsWith(head, 'R', 'I', 'F', 'F')
        || startsWith(head, '<', '?', 'x', 'm', 'l')
        || startsWith(head, '<', 'h', 't', 'm', 'l')
        || startsWith(head, 'P', 'K')) {
      return true;
    }
    int control = 0;
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
      if (b > 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r') {
        control++;
      }
    }
    return control > head.length / 50;
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
