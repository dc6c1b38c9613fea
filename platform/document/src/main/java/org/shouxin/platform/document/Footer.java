package org.shouxin.platform.document;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** The line at the foot of each page: the document's own and the page's number. */
final class Footer extends PdfPageEventHelper {
  private static final float SIZE = 8;
  private static final float BELOW = 24;

  private final Typeface typeface;
  private final String text;

  Footer(Typeface typeface, String text) {
    this.typeface = typeface;
    this.text = typeface.printable(text);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    float y = document.bottom() - BELOW;
    show(writer, Element.ALIGN_LEFT, text, document.left(), y);
    show(
        writer, Element.ALIGN_RIGHT, Integer.toString(writer.getPageNumber()), document.right(), y);
  }

  private void show(PdfWriter writer, int alignment, String shown, float x, float y) {
    Phrase phrase = new Phrase(shown, typeface.of(SIZE, Typeface.SOFT));
    ColumnText.showTextAligned(writer.getDirectContent(), alignment, phrase, x, y, 0);
  }
}
