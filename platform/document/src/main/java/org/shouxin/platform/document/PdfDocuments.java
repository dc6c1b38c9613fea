package org.shouxin.platform.document;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Writes documents as PDF: A4, one embedded font (subset), text that can be searched and copied.
 */
public final class PdfDocuments {
  /** One document is printed at a time: the memory that printing takes is bounded on purpose. */
  private static final ReentrantLock PRESS = new ReentrantLock();

  private static final float SIDE = 56;
  private static final float TOP = 60;
  private static final float BOTTOM = 70;
  private static final float BODY = 10;
  private static final float LEADING = 16;
  private static final float CELL = 6;
  private static final float[] COLUMNS = {28, 72};

  private final Typeface typeface;

  private PdfDocuments(Typeface typeface) {
    this.typeface = typeface;
  }

  /** The PDF file of a document. */
  public static byte[] write(PrintedDocument printed) {
    PRESS.lock();
    try {
      return new PdfDocuments(Typeface.get()).pdf(printed);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a PDF in memory cannot be written", impossible);
    } finally {
      PRESS.unlock();
    }
  }

  private byte[] pdf(PrintedDocument printed) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
    PdfWriter writer = PdfWriter.getInstance(document, file);
    writer.setPageEvent(new Footer(typeface, printed.footer()));
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(printed.language().toLanguageTag()));
    document.addTitle(printed.title());
    document.open();
    PdfPTable flow = new PdfPTable(COLUMNS);
    flow.setWidthPercentage(100);
    flow.setSplitLate(false);
    flow.addCell(across(printed.title(), 20, Typeface.ACCENT, 28, 0));
    flow.addCell(across(printed.lead(), BODY, Typeface.SOFT, LEADING, CELL));
    printed.parts().forEach(part -> add(flow, part));
    document.add(flow);
    document.close();
    return file.toByteArray();
  }

  /** One table holds everything: what is read aloud or copied follows the order of the page. */
  private void add(PdfPTable flow, PrintedDocument.Part part) {
    switch (part) {
      case PrintedDocument.Part.Heading heading ->
          flow.addCell(across(heading.text(), 12.5f, Typeface.ACCENT, 20, 14));
      case PrintedDocument.Part.Text text ->
          flow.addCell(across(text.text(), BODY, Typeface.INK, LEADING, CELL));
      case PrintedDocument.Part.SmallPrint small ->
          flow.addCell(across(small.text(), 8, Typeface.SOFT, 12, CELL));
      case PrintedDocument.Part.Facts facts ->
          facts
              .facts()
              .forEach(fact -> {
                flow.addCell(ruled(fact.name(), Typeface.SOFT));
                flow.addCell(ruled(fact.value(), Typeface.INK));
              });
    }
  }

  private PdfPCell across(String text, float size, Color color, float leading, float above) {
    PdfPCell cell = cell(text, size, color, leading);
    cell.setColspan(COLUMNS.length);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPaddingTop(above);
    return cell;
  }

  private PdfPCell ruled(String text, Color color) {
    PdfPCell cell = cell(text, BODY, color, LEADING);
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(Typeface.LINE);
    cell.setBorderWidth(0.6f);
    cell.setPaddingTop(CELL);
    return cell;
  }

  private PdfPCell cell(String text, float size, Color color, float leading) {
    PdfPCell cell =
        new PdfPCell(new Phrase(leading, typeface.printable(text), typeface.of(size, color)));
    cell.setLeading(leading, 0);
    cell.setPaddingBottom(CELL);
    cell.setPaddingLeft(0);
    cell.setPaddingRight(CELL);
    return cell;
  }
}
