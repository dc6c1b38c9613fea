package org.shouxin.records.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.intake.book.BookRefused;
import org.shouxin.records.intake.row.BookReading;
import org.shouxin.records.intake.sample.SampleBook;

/** Issue 3, bad input: refused with a code after little work, memory unharmed. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class RefusedFilesTest {
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private static final long MOST_WORK = 48L << 20;
  private final Sender sender = new Sender("ctl-intake-bad");
  @TempDir Path folder;

  @Test
  void imageIsRefused() {
    assertRefused(PNG, "FILE_TYPE");
  }

  @Test
  void emptyFileIsRefused() {
    assertRefused(new byte[0], "FILE_EMPTY");
  }

  @Test
  void oldSpreadsheetIsRefused() {
    byte[] file = new byte[4096];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, file, 0, 4);
    assertRefused(file, "FILE_TYPE");
  }

  @Test
  void tenMillionCommasInOneLineAreRefused() {
    byte[] commas = new byte[10_000_000];
    Arrays.fill(commas, (byte) ',');
    assertRefused(commas, "COLUMNS_TOO_MANY");
  }

  @Test
  void textWithoutKnownColumnsIsRefused() {
    assertRefused("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8), "HEADER_UNKNOWN");
  }

  @Test
  void unknownEncodingIsRefused() throws IOException {
    String text = String.join(",", SampleBook.header()) + "\n";
    assertRefused(text.getBytes(StandardCharsets.UTF_16LE), "ENCODING_UNKNOWN");
    assertRefused(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE), "ENCODING_UNKNOWN");
  }

  @Test
  void zipBombIsRefused() throws IOException {
    assertRefused(archive(2_000_000_000L), "ARCHIVE_BOMB");
  }

  @Test
  void zipThatIsNoSpreadsheetIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertRefused(bytes.toByteArray(), "FILE_TYPE");
  }

  @Test
  void cutArchiveIsRefused() throws IOException {
    byte[] whole = sheet(false);
    assertRefused(Arrays.copyOf(whole, whole.length / 2), "ARCHIVE_BROKEN");
  }

  @Test
  void formulaCellsAreReportedByRowAndNeverBelieved() throws IOException {
    Path file = folder.resolve("formulas.xlsx");
    Files.write(file, sheet(true));
    JsonPath ended = sender.send(file);
    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(sender.defects(ended.getString("id"))).contains("2,SB0700000000,保险金额,CELL_FORMULA");

    Path csv = folder.resolve("formulas.csv");
    List<String> lines =
        Files.readAllLines(
            SampleBook.write(folder, 3, 31).book(), java.nio.charset.Charset.forName("GB18030"));
    Files.writeString(
        csv, lines.get(0) + "\n" + lines.get(1).replaceFirst("SP\\d+", "=1+1") + "\n");
    JsonPath text = sender.send(csv);
    assertThat(sender.defects(text.getString("id"))).contains("2,SB0700000000,保单号,CELL_FORMULA");
  }

  private void assertRefused(byte[] file, String fault) {
    Response answer = sender.post(file);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("IMPORT_UNREADABLE");
    assertThat(answer.jsonPath().getList("errors.code")).containsExactly(fault);
    assertThat(workOfRefusing(file)).as("bytes allocated").isLessThan(MOST_WORK);
  }

  /** How much a refusal allocates: what takes little memory takes little time. */
  private static long workOfRefusing(byte[] file) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() ->
            BookReading.open(
                () -> new SeekableInMemoryByteChannel(file), number -> false, LocalDate.EPOCH))
        .isInstanceOf(BookRefused.class);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** A small archive whose sheet unpacks to zeros without end. */
  private static byte[] archive(long unpacked) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : List.of("[Content_Types].xml", "xl/workbook.xml")) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (long written = 0; written < unpacked; written += zeros.length) {
        zip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  private byte[] sheet(boolean formula) throws IOException {
    List<String> lines =
        Files.readAllLines(
            SampleBook.write(folder, 3, 32).book(), java.nio.charset.Charset.forName("GB18030"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("book");
      for (int row = 0; row < 3; row++) {
        String[] cells = lines.get(row).split(",", -1);
        for (int column = 0; column < cells.length; column++) {
          sheet.value(row, column, cells[column]);
        }
      }
      if (formula) {
        sheet.formula(1, 4, "SUM(A1:A2)");
      }
    }
    return bytes.toByteArray();
  }
}
