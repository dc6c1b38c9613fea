package org.shouxin.records.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.intake.book.BookFile;
import org.shouxin.records.intake.sample.SampleBook;
import org.shouxin.records.vault.SealBroken;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ImportsTest {
  private static final String HEADER = "row,application_no,column,code";
  @TempDir Path folder;
  @Inject Database database;
  @Inject ImportReading reading;
  @Inject Spool spool;
  @Inject ImportRunner runner;
  @Inject Clock clock;

  @Test
  void goodRowsAreKeptAndEveryFaultIsReportedWithoutAValue() throws IOException {
    Sender sender = new Sender("ctl-intake-good");
    SampleBook.Written sample = SampleBook.write(folder, 500, 21);

    assertThat(sender.putStaff(sample.staff())).isEqualTo(40);
    JsonPath ended = sender.send(sample.book());

    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(ended.getInt("rowsRead")).isEqualTo(500);
    assertThat(ended.getInt("rowsAccepted") + ended.getInt("rowsRejected")).isEqualTo(500);
    assertThat(ended.getInt("newPolicies")).isEqualTo(ended.getInt("rowsAccepted"));
    List<String> report = sender.defects(ended.getString("id"));
    assertThat(report.getFirst()).isEqualTo(HEADER);
    Set<String> reported =
        report.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(parts -> parts[1] + " " + parts[3])
            .collect(Collectors.toSet());
    assertThat(reported).containsAll(planted(sample.answerKey()));
    assertThat(String.join("\n", report)).doesNotContainPattern("\\d{11}").doesNotContain("@");
    assertThat(rejectedRows(report)).isEqualTo(ended.getInt("rowsRejected"));
    assertThat(filesIn(spool.path(new ControllerId("ctl-intake-good"), Ids.next()).getParent()))
        .noneMatch(name -> name.startsWith("ctl-intake-good"));
  }

  @Test
  void theSameFileAgainImportsNothingAndSaysSo() throws IOException {
    Sender sender = new Sender("ctl-intake-again");
    Path book = SampleBook.write(folder, 60, 22).book();
    JsonPath first = sender.send(book);
    long customers = customers("ctl-intake-again");

    JsonPath second = sender.send(book);

    assertThat(second.getString("state")).isEqualTo("IMPORT_DUPLICATE");
    assertThat(second.getString("duplicateOf")).isEqualTo(first.getString("id"));
    assertThat(second.getInt("rowsRead")).isZero();
    assertThat(customers("ctl-intake-again")).isEqualTo(customers).isPositive();
    assertThat(sender.defects(second.getString("id")))
        .isEqualTo(sender.defects(first.getString("id")));
  }

  @Test
  void ofTwoAtOnceOneWinsAndTheOtherSaysSo() throws Exception {
    Sender sender = new Sender("ctl-intake-race");
    byte[] book = Files.readAllBytes(SampleBook.write(folder, 500, 23).book());
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Response> answers =
          both
              .invokeAll(
                  List.<Callable<Response>>of(() -> sender.post(book), () -> sender.post(book)))
              .stream()
              .map(future -> future.resultNow())
              .toList();
      List<String> said =
          answers.stream()
              .map(answer ->
                  answer.statusCode()
                      + " "
                      + (answer.statusCode() == 202
                          ? answer.jsonPath().getString("state")
                          : answer.jsonPath().getString("code")))
              .sorted()
              .toList();
      assertThat(said).first().isEqualTo("202 RUNNING");
      assertThat(said.getLast()).isIn("409 IMPORT_RUNNING");
      answers.stream()
          .filter(answer -> answer.statusCode() == 202)
          .forEach(answer -> sender.await(answer.jsonPath().getString("id")));
    }
    assertThat(states("ctl-intake-race")).containsExactly("COMPLETED");
  }

  @Test
  void interruptedImportGoesOnWhereItStoppedWithoutDoubles() throws IOException {
    ControllerId whole = new ControllerId("ctl-intake-whole");
    ControllerId broken = new ControllerId("ctl-intake-broken");
    Path book = SampleBook.write(folder, 1_800, 24).book();
    UUID reference = start(whole, book);
    assertThat(reading.read(whole, reference, BookFile.of(book), () -> false)).isTrue();
    UUID id = start(broken, book);
    AtomicInteger polls = new AtomicInteger();

    boolean ended = reading.read(broken, id, BookFile.of(book), () -> polls.incrementAndGet() > 4);

    assertThat(ended).isFalse();
    BookImport stopped = find(broken, id);
    assertThat(stopped.state()).isEqualTo(ImportState.RUNNING);
    assertThat(stopped.rowsRead()).isEqualTo(1_000);
    assertThat(reading.read(broken, id, BookFile.of(book), () -> false)).isTrue();
    assertThat(counts(find(broken, id))).isEqualTo(counts(find(whole, reference)));
    assertThat(customers("ctl-intake-broken")).isEqualTo(customers("ctl-intake-whole"));
    assertThat(defects(broken, id)).isEqualTo(defects(whole, reference)).isPositive();
  }

  @Test
  void importOfAKilledProcessGoesOnAtTheNextStartWithoutDoubles() throws Exception {
    ControllerId killed = new ControllerId("ctl-intake-killed");
    Path book = SampleBook.write(folder, 1_800, 29).book();
    UUID id = start(killed, book);
    Path waiting = spool.keep(spool.receive(killed, Files.newInputStream(book)), killed, id);
    AtomicInteger polls = new AtomicInteger();

    assertThatThrownBy(() ->
            reading.read(killed, id, spool.content(killed, waiting), () -> killedAfter(polls, 4)))
        .isInstanceOf(Killed.class);
    assertThat(find(killed, id).state()).isEqualTo(ImportState.RUNNING);
    assertThat(find(killed, id).rowsRead()).isEqualTo(1_000);
    assertThat(waiting).exists();
    runner.start(new StartupEvent());

    JsonPath ended = new Sender("ctl-intake-killed").await(id.toString());
    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(ended.getInt("rowsRead")).isEqualTo(1_800);
    assertThat(count(killed, "select count(*) from policy"))
        .isEqualTo(ended.getInt("rowsAccepted"));
    assertThat(count(killed, "select count(*) from customer"))
        .isEqualTo(ended.getInt("newCustomers"));
    assertThat(waiting).doesNotExist();
  }

  /** As a process that is killed: nothing of ours runs after it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static boolean killedAfter(AtomicInteger polls, int most) {
    if (polls.incrementAndGet() > most) {
      throw new Killed();
    }
    return false;
  }

  @Test
  void whatWaitsInTheSpoolIsReadableByNobodyElse() throws IOException {
    ControllerId owner = new ControllerId("ctl-intake-spool");
    byte[] book = "110105194912310021,13800138000\n".repeat(50_000).getBytes(UTF_8);
    Spool.Arrived arrived = spool.receive(owner, new ByteArrayInputStream(book));

    String onDisk = Files.readString(arrived.file(), StandardCharsets.ISO_8859_1);

    assertThat(onDisk).doesNotContain("110105194912310021").doesNotContain("13800138000");
    try (InputStream content = spool.content(owner, arrived.file()).stream()) {
      assertThat(content.readAllBytes()).isEqualTo(book);
    }
    assertThatThrownBy(
            () -> spool.content(new ControllerId("ctl-intake-other"), arrived.file()).stream())
        .isInstanceOf(SealBroken.class);
    spool.delete(arrived.file());
  }

  @Test
  void databaseThatGoesAwayPausesTheImportAndItGoesOn() throws Exception {
    Sender sender = new Sender("ctl-intake-outage");
    String id = sender.post(SampleBook.write(folder, 2_500, 28).book()).jsonPath().getString("id");
    for (int i = 0; i < 15; i++) {
      try (Connection administrator = PostgresServer.get().administrator("records");
          Statement statement = administrator.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'records'");
      }
      Thread.sleep(150);
    }

    JsonPath ended = sender.await(id);

    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(ended.getInt("rowsRead")).isEqualTo(2_500);
    assertThat(count(new ControllerId("ctl-intake-outage"), "select count(*) from policy"))
        .isEqualTo(ended.getInt("rowsAccepted"));
  }

  @Test
  void anotherControllerAndAnotherRoleSeeNothing() throws IOException {
    JsonPath ended = new Sender("ctl-intake-own").send(SampleBook.write(folder, 30, 25).book());
    String path = "/v1/imports/" + ended.getString("id");

    new Sender("ctl-intake-other")
        .get(path)
        .then()
        .statusCode(404)
        .body("code", org.hamcrest.Matchers.equalTo("IMPORT_NOT_FOUND"));
    given()
        .auth()
        .oauth2(TestTokens.employee("ctl-intake-own", "client-manager", "1024", "杭州分公司"))
        .get(path)
        .then()
        .statusCode(403);
  }

  @Test
  void staffNumbersAreFoundWhenTheStaffListCameBefore() throws IOException {
    Sender sender = new Sender("ctl-intake-staff");
    Path list = folder.resolve("staff.csv");
    Files.writeString(list, "工号,姓名,手机,岗位,分公司\n1024,某,+86 199-1234-0001,client-manager,杭州分公司\n");
    assertThat(sender.putStaff(list)).isEqualTo(1);
    Path book = SampleBook.write(folder, 12, 26).book();
    Charset charset = Charset.forName("GB18030");
    String text = Files.readString(book, charset);
    String mobile = text.lines().skip(3).findFirst().orElseThrow().split(",", -1)[14].strip();
    Files.writeString(book, text.replace(mobile, "19912340001"), charset);

    JsonPath ended = sender.send(book);

    assertThat(sender.defects(ended.getString("id")))
        .anyMatch(line -> line.startsWith("4,SB0700000002,投保人手机,PHONE_IS_STAFF"));
  }

  @Test
  void reportIsThereAsSpreadsheetWithWhatToDo() throws IOException {
    Sender sender = new Sender("ctl-intake-sheet");
    JsonPath ended = sender.send(SampleBook.write(folder, 120, 27).book());

    Response sheet = sender.get("/v1/imports/" + ended.getString("id") + "/defects.xlsx");

    try (ReadableWorkbook workbook = new ReadableWorkbook(sheet.asInputStream())) {
      List<String> codes =
          workbook.getFirstSheet().read().stream().skip(1).map(row -> row.getCellText(3)).toList();
      assertThat(codes)
          .isEqualTo(
              sender.defects(ended.getString("id")).stream()
                  .skip(1)
                  .map(line -> line.substring(line.lastIndexOf(',') + 1))
                  .toList());
      assertThat(workbook.getFirstSheet().read().get(1).getCellText(6)).endsWith("。");
    }
  }

  private UUID start(ControllerId controller, Path file) {
    UUID id = Ids.next();
    database.write(
        controller,
        handle ->
            ImportTable.insert(
                handle, Book.importer(controller), id, new byte[32], 1, OffsetDateTime.now(clock)));
    assertThat(file).exists();
    return id;
  }

  private BookImport find(ControllerId controller, UUID id) {
    return database.read(controller, handle -> ImportTable.find(handle, id)).orElseThrow();
  }

  private static List<Long> counts(BookImport ended) {
    return List.of(
        ended.rowsRead(),
        ended.rowsAccepted(),
        ended.rowsRejected(),
        ended.newCustomers(),
        ended.newPolicies());
  }

  private long customers(String controller) {
    return count(new ControllerId(controller), "select count(*) from customer");
  }

  private long defects(ControllerId controller, UUID id) {
    return count(
        controller, "select count(*) from import_defect where import_id = '%s'".formatted(id));
  }

  private long count(ControllerId controller, String sql) {
    return database.read(controller, handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private List<String> states(String controller) {
    return database.read(
        new ControllerId(controller),
        handle -> handle.createQuery("select state from import").mapTo(String.class).list());
  }

  private static Set<String> planted(Path answerKey) throws IOException {
    return Files.readString(answerKey)
        .lines()
        .filter(line -> line.contains("["))
        .map(line -> line.replaceAll("[\"\\[\\],]", "").replace(":", ""))
        .collect(Collectors.toSet());
  }

  /** Rows with a fault of severity E. */
  private static int rejectedRows(List<String> report) {
    Map<Boolean, Set<String>> rows =
        report.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(
                Collectors.partitioningBy(
                    parts ->
                        org.shouxin.records.quality.DefectCode.valueOf(parts[3]).severity()
                            == org.shouxin.records.quality.Severity.E,
                    Collectors.mapping(parts -> parts[0], Collectors.toSet())));
    return rows.get(true).size();
  }

  private static List<String> filesIn(Path spoolFolder) throws IOException {
    try (var files = Files.list(spoolFolder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
