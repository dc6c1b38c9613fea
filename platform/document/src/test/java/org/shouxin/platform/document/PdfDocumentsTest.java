package org.shouxin.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.document.PrintedDocument.Fact;
import org.shouxin.platform.document.PrintedDocument.Part;

class PdfDocumentsTest {

  @Test
  void chineseAndEnglishTextCanBeReadBackFromTheFile() throws IOException {
    byte[] pdf = PdfDocuments.write(document("玥喆堃 Li Lei", 1));
    Files.write(Path.of("target/document.pdf"), pdf);

    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      assertThat(read.getDocumentInformation().getTitle()).isEqualTo("同意回执");
      assertThat(new PDFTextStripper().getText(read).lines().map(String::strip))
          .containsExactly("同意回执", "关于一项决定", "谁", "姓名 玥喆堃 Li Lei", "To whom you wrote.", "编号 42 1");
    }
    assertThat(pdf.length).isLessThan(40_000);
  }

  @Test
  void aCharacterThatTheFontLacksIsMarkedAndNotDropped() throws IOException {
    try (PDDocument read = Loader.loadPDF(PdfDocuments.write(document("\uD869\uDED6 \u0E01", 1)))) {
      assertThat(new PDFTextStripper().getText(read)).contains("姓名 〓 〓");
    }
  }

  @Test
  void longDocumentsHaveNumberedPages() throws IOException {
    try (PDDocument read = Loader.loadPDF(PdfDocuments.write(document("李雷", 80)))) {
      assertThat(read.getNumberOfPages()).isEqualTo(4);
      assertThat(new PDFTextStripper().getText(read)).contains("编号 42 4");
    }
  }

  private static PrintedDocument document(String name, int times) {
    List<Fact> facts = java.util.Collections.nCopies(times, new Fact("姓名", name));
    return new PrintedDocument(
        Locale.forLanguageTag("zh-CN"),
        "同意回执",
        "关于一项决定",
        List.of(
            new Part.Heading("谁"),
            new Part.Facts(facts),
            new Part.SmallPrint("To whom you wrote.")),
        "编号 42");
  }
}
