package org.shouxin.records.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.records.intake.book.BookRefused;
import org.shouxin.records.intake.sample.SampleBook;

/** Files bent on purpose: rows are spoiled one by one, and nothing but a named fault comes out. */
class HostileBookTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Charset GB18030 = Charset.forName("GB18030");
  @TempDir Path folder;
  private Path book;

  @BeforeEach
  void write() throws IOException {
    book = SampleBook.write(folder, 60, 9).book();
  }

  @Test
  void oneGiantLineSpoilsOneRow() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(book, GB18030));
    lines.add(5, ",".repeat(10_000_000));
    lines.add(9, "x".repeat(5_000_000));
    Path file = Files.write(folder.resolve("giant.csv"), lines, StandardCharsets.UTF_8);
    List<IntakeRow> rows = Recall.read(file, Set.of(), TODAY);
    assertThat(rows).hasSize(62);
    assertThat(rows.stream().filter(row -> row.number() == 6 || row.number() == 10))
        .allSatisfy(row ->
            assertThat(row.defects())
                .extracting(defect -> defect.code().name())
                .containsExactly("ROW_WIDTH"));
  }

  @Test
  void quotationThatNeverClosesSpoilsOneRow() throws IOException {
    String text = Files.readString(book, GB18030);
    int line = text.indexOf("SB0700000020");
    Path file =
        Files.writeString(
            folder.resolve("open.csv"),
            text.substring(0, line) + '"' + text.substring(line),
            GB18030);
    List<IntakeRow> rows = Recall.read(file, Set.of(), TODAY);
    assertThat(rows).hasSize(60);
    assertThat(rows.stream().filter(row -> has(row, "ROW_QUOTING"))).hasSize(1);
  }

  @Test
  void bookReadTwiceGivesTheSameRows() throws IOException {
    assertThat(Recall.read(book, Set.of(), TODAY).toString())
        .isEqualTo(Recall.read(book, Set.of(), TODAY).toString());
  }

  @Test
  void bytesBentAtRandomNeverGiveMoreThanNamedFaults() throws IOException {
    byte[] good = Files.readAllBytes(book);
    Random random = new Random(4);
    Path file = folder.resolve("bent.csv");
    for (int round = 0; round < 150; round++) {
      byte[] bent = good.clone();
      for (int i = 0; i < 1 + round; i++) {
        bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bent);
      assertThat(outcome(file)).isIn("READ", "REFUSED");
    }
  }

  @Test
  void noiseIsRefused() throws IOException {
    Random random = new Random(5);
    Path file = folder.resolve("noise.bin");
    for (int round = 0; round < 100; round++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] noise = new byte[1 + random.nextInt(5_000)];
      random.nextBytes(noise);
      if (round % 2 == 0) {
        bytes.write(new byte[] {'P', 'K', 3, 4});
      }
      bytes.write(noise);
      Files.write(file, bytes.toByteArray());
      assertThat(outcome(file)).isEqualTo("REFUSED");
    }
  }

  private static String outcome(Path file) throws IOException {
    try {
      Recall.read(file, Set.of(), TODAY);
      return "READ";
    } catch (BookRefused refused) {
      return "REFUSED";
    }
  }

  private static boolean has(IntakeRow row, String code) {
    return row.defects().stream().anyMatch(defect -> defect.code().name().equals(code));
  }
}
