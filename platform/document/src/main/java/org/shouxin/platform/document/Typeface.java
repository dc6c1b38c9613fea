package org.shouxin.platform.document;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.Objects;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * Noto Sans SC (SIL Open Font License 1.1) with the 8,105 characters of the Table of General
 * Standard Chinese Characters (通用规范汉字表), GB 2312 and Latin. Read when the first document is printed
 * and held softly: some 5 MB that the heap may take back.
 */
final class Typeface {
  static final Color INK = new Color(0x1f, 0x29, 0x33);
  static final Color SOFT = new Color(0x5b, 0x67, 0x75);
  static final Color ACCENT = new Color(0x0b, 0x5c, 0x7a);
  static final Color LINE = new Color(0xd5, 0xdb, 0xe1);

  /** Stands for a character that the font lacks, as printers do (geta mark). */
  private static final String MISSING = "\u3013";

  private static SoftReference<BaseFont> held = new SoftReference<>(null);

  private final BaseFont base;

  private Typeface(BaseFont base) {
    this.base = base;
  }

  /** The typeface; called under the press's lock only. */
  static Typeface get() throws IOException {
    BaseFont font = held.get();
    if (font == null) {
      font = read();
      held = new SoftReference<>(font);
    }
    return new Typeface(font);
  }

  private static BaseFont read() throws IOException {
    String file = "NotoSansSC-subset.ttf";
    try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(file))) {
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
    }
  }

  Font of(float size, Color color) {
    return new Font(base, size, Font.NORMAL, color);
  }

  BaseFont base() {
    return base;
  }

  /** The text with a visible mark for each character that cannot be printed. */
  String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .filter(c -> c != '\r')
        .forEach(c -> {
          if (c == '\n' || base.charExists(c)) {
            printable.appendCodePoint(c);
          } else {
            printable.append(c == '\t' ? " " : MISSING);
          }
        });
    return printable.toString();
  }
}
