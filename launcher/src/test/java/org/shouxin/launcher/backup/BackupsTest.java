package org.shouxin.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.FreePorts;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.postgres.DatabaseName;

/** Real servers, backed up while they work and restored beside themselves (R-RC-08, RT-21). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupsTest {
  private Layout layout;
  private SmallBook book;
  private ErasedPerson living;

  @BeforeAll
  void servers(@TempDir Path home) throws IOException, SQLException, GeneralSecurityException {
    layout = Layout.of(home, FreePorts.offset());
    book = new SmallBook(layout);
    living = book.person("李雷");
  }

  @AfterAll
  void stop() {
    book.close();
  }

  @BeforeEach
  void noBackupYet() throws IOException, SQLException {
    Cache.deleteAll(layout.home().resolve("backup"));
    Cache.deleteAll(layout.home().resolve("backup-keys"));
    Cache.deleteAll(layout.home().resolve("wal-spool"));
    Files.deleteIfExists(layout.home().resolve("backup.properties"));
    book.execute(DatabaseName.AUDIT, "truncate log_entry restart identity");
  }

  @Test
  void whoWasErasedAfterABackupStaysErasedInItsRestore() throws Exception {
    ErasedPerson erased = book.person("韩梅梅");
    backups().take();
    book.destroy(erased);
    DrillReport report = backups().drill();
    assertThat(report.faults()).isEmpty();
    assertThat(report.revived()).isEqualTo(1);
    assertThat(report.erasedTried()).isEqualTo(1);
    assertThat(report.livingOpened()).isEqualTo(report.livingTried()).isPositive();
    assertThat(report.tablesCompared()).isEqualTo(7);
  }

  @Test
  void theRecordsOwnFunctionErasesAgainAndTombstonesAreNoTraces() throws Exception {
    book.execute(
        DatabaseName.RECORDS,
        "create table tombstone (controller_id text, customer_id uuid)",
        """
        create function destroy_person(of_controller text, of_person uuid) returns integer
          language plpgsql as $$ begin
            if of_controller <> current_setting('shouxin.controller') then
              raise exception 'not the bound controller';
            end if;
            delete from search_token where customer_id = of_person;
            delete from customer_statement where customer_id = of_person;
            insert into tombstone values (of_controller, of_person);
            return 2;
          end $$\
        """);
    ErasedPerson erased = book.person("韩梅梅");
    backups().take();
    book.destroy(erased);
    DrillReport report = backups().drill();
    book.execute(
        DatabaseName.RECORDS, "drop function destroy_person(text, uuid)", "drop table tombstone");
    assertThat(report.faults()).isEmpty();
    assertThat(report.revived()).isEqualTo(1);
  }

  @Test
  void oneOfManyErasedWhoCanStillBeReadFailsTheDrillAndOnlySheIsNamed() throws Exception {
    List<ErasedPerson> erased = List.of(book.person("韩梅梅"), book.person("王芳"), book.person("赵敏"));
    backups().take();
    for (ErasedPerson person : erased) {
      book.destroy(person);
    }
    backups().follow();
    String forgotten = erased.get(1).subjectRef();
    Files.write(
        ledger(),
        Files.readAllLines(ledger()).stream().filter(line -> !line.contains(forgotten)).toList());
    DrillReport report = backups().drill();
    assertThat(report.faults()).containsExactly("ERASED_READABLE ctl-test/" + forgotten + " VALUE");
    assertThat(report.revived()).isEqualTo(2);
    assertThat(report.erasedTried()).isEqualTo(3);
  }

  @Test
  void aRowThatTheRecordsOwnFunctionLeavesOfOneOfManyIsFound() throws Exception {
    List<ErasedPerson> erased = List.of(book.person("韩梅梅"), book.person("王芳"));
    String left = erased.getLast().subjectRef();
    book.execute(
        DatabaseName.RECORDS,
        """
        create function destroy_people(of_controller text, people uuid[]) returns integer
          language plpgsql as $$ begin
            delete from search_token where customer_id = any(people) and customer_id <> '%s';
            delete from customer_statement where customer_id = any(people);
            return 2;
          end $$\
        """
            .formatted(left));
    backups().take();
    for (ErasedPerson person : erased) {
      book.destroy(person);
    }
    DrillReport report = backups().drill();
    book.execute(DatabaseName.RECORDS, "drop function destroy_people");
    assertThat(report.faults()).containsExactly("ERASED_READABLE ctl-test/" + left + " TRACES");
    assertThat(report.revived()).isEqualTo(2);
  }

  @Test
  void aRecordDestroyedAfterABackupOfSomebodyWhoStaysIsNotBroughtBackEither() throws Exception {
    String note = "create table note (id text)";
    String destroy =
        """
        create function %s returns integer language plpgsql security definer as $$
          declare gone integer;
          begin
            if of_controller <> current_setting('shouxin.controller') or current_user = session_user then
              raise exception 'not the bound controller, or not the service''s own role';
            end if;
            delete from note where id = of_record::text;
            get diagnostics gone = row_count;
            return gone;
          end $$\
        """;
    String ofRecords = "destroy_record(of_controller text, of_person uuid, of_record uuid)";
    String ofConsent =
        "destroy_consent(of_controller text, of_person uuid, of_class text, of_record text)";
    book.execute(DatabaseName.RECORDS, note, destroy.formatted(ofRecords));
    book.execute(DatabaseName.CONSENT, note, destroy.formatted(ofConsent));
    List<DestroyedRecord> records =
        List.of(
            destroyed("record", "0198a6c2-4d1b-7c7a-9b53-000000000001"),
            destroyed("consent.RT-06", "0198a6c2-4d1b-7c7a-9b53-000000000002"));
    for (DestroyedRecord record : records) {
      book.note(record);
    }
    backups().take();
    for (DestroyedRecord record : records) {
      book.destroy(record);
    }

    DrillReport report = backups().drill();
    Files.writeString(ledger(), "");
    DrillReport withoutLedger = backups().drill();
    book.execute(DatabaseName.RECORDS, "drop table note", "drop function destroy_record");
    book.execute(DatabaseName.CONSENT, "drop table note", "drop function destroy_consent");
    assertThat(report.faults()).isEmpty();
    assertThat(report.recordsRevived()).isEqualTo(2);
    assertThat(report.revived()).as("nobody was erased").isZero();
    assertThat(withoutLedger.faults())
        .containsExactlyElementsOf(
            records.stream().map(record -> "ERASED_READABLE " + record.key() + " TRACES").toList());
  }

  @Test
  void aClassOfConsentsDestroyedAfterABackupGoesAgainAndThoseGivenLaterStay() throws Exception {
    String person = living.subjectRef();
    String consent = "insert into consent_record values ('%s')".formatted(person);
    book.execute(
        DatabaseName.CONSENT,
        "create table consent_record (customer_id uuid)",
        "create table tombstone (controller_id text, order_id uuid, plan_id uuid, customer_id uuid,"
            + " class text, record_ref text, rows_destroyed integer, destroyed_at timestamptz)",
        "grant all on tombstone to consent",
        """
        create function destroy_consent(of_controller text, of_person uuid, of_class text, of_record text)
          returns integer language plpgsql security definer as $$ declare gone integer; begin
            delete from consent_record where customer_id = of_person;
            get diagnostics gone = row_count;
            return gone;
          end $$\
        """,
        consent);
    backups().take();
    book.execute(
        DatabaseName.CONSENT,
        "delete from consent_record",
        "insert into tombstone values ('ctl-test', gen_random_uuid(), gen_random_uuid(), '%s',"
                .formatted(person)
            + " 'RT-06', '', 1, '2026-11-22T09:59:59.9Z')");
    book.execute(
        DatabaseName.AUDIT,
        """
        insert into log_entry (entry) values ('{"controllerId":"ctl-test","occurredAt":"2026-11-22T10:00:00Z",\
        "resource":{"type":"consent.RT-06"},"subjectRef":"%s","type":"record.destroyed"}')\
        """
            .formatted(person));
    DrillReport report = backups().drill();

    book.execute(DatabaseName.CONSENT, consent);
    backups().take();
    DrillReport later = backups().drill();
    book.execute(
        DatabaseName.CONSENT,
        "drop function destroy_consent",
        "drop table consent_record, tombstone");
    assertThat(report.faults()).isEmpty();
    assertThat(report.recordsRevived()).isEqualTo(1);
    assertThat(later.faults()).isEmpty();
    assertThat(later.recordsRevived()).isZero();
  }

  private DestroyedRecord destroyed(String kind, String id) {
    return new DestroyedRecord(
        SmallBook.CONTROLLER, living.subjectRef(), kind, id, "2026-11-22T10:00:00Z");
  }

  @Test
  void anEmptiedLedgerIsFoundAndThePersonNamedByPseudonym() throws Exception {
    ErasedPerson erased = book.person("韩梅梅");
    backups().take();
    book.destroy(erased);
    backups().follow();
    Files.writeString(ledger(), "");
    DrillReport report = backups().drill();
    assertThat(report.passed()).isFalse();
    assertThat(report.faults())
        .containsExactly("ERASED_READABLE ctl-test/" + erased.subjectRef() + " VALUE");
  }

  @Test
  void aMissingLedgerIsRebuiltFromTheLog() throws Exception {
    ErasedPerson erased = book.person("韩梅梅");
    backups().take();
    book.destroy(erased);
    backups().follow();
    Files.delete(ledger());
    DrillReport report = backups().drill();
    assertThat(report.faults()).isEmpty();
    assertThat(report.ledgerRebuilt()).isTrue();
    assertThat(Files.readString(ledger())).contains(erased.subjectRef());
  }

  @Test
  void countsAndDigestsHoldThoughEverybodyWritesDuringTheBackup() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              while (!done.get()) {
                try {
                  book.execute(
                      DatabaseName.CONSENT, "insert into presentation (told_at) values (now())");
                  book.execute(
                      DatabaseName.RECORDS,
                      "update search_token set token = token || '\\x00'::bytea");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    CatalogueLine records = backups().take().getFirst();
    done.set(true);
    writer.join();
    assertThat(backups().drill().faults()).isEmpty();
    assertThat(records.rows()).isLessThan(rowsNow());
  }

  @Test
  void aChangedByteIsFoundAndItsFileNamed() throws Exception {
    CatalogueLine records = backups().take().getFirst();
    Path base = folder("records").resolve(records.id()).resolve("base.sealed");
    flip(base);
    assertThat(backups().drill().faults())
        .containsExactly(
            "BACKUP_UNUSABLE backup records/%s was changed: the digest of %s is not the catalogue's"
                .formatted(records.id(), base));
    flip(base);
    Path segment = newest(folder("keys").resolve("wal"));
    flip(segment);
    assertThat(backups().drill().faults())
        .singleElement()
        .asString()
        .startsWith("BACKUP_UNUSABLE WAL segment " + segment + " was changed");
    flip(segment);
    Path manifest = base.resolveSibling("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"rows\" : ", "\"rows\" : 1"));
    assertThat(backups().drill().faults())
        .singleElement()
        .asString()
        .startsWith("BACKUP_UNUSABLE " + manifest + " is not what was signed");
  }

  @Test
  void theScheduleTakesTheDaysBackupRunsTheMonthsDrillAndPurgesWhatExpired() throws Exception {
    ErasedPerson erased = book.person("韩梅梅");
    List<String> first = backups().take().stream().map(CatalogueLine::id).toList();
    book.destroy(erased);
    List<DrillReport> drills = new CopyOnWriteArrayList<>();
    List<CatalogueLine> purged = new CopyOnWriteArrayList<>();
    CountDownLatch drilled = new CountDownLatch(1);
    Evidence evidence =
        new Evidence() {
          @Override
          public void backups(List<CatalogueLine> taken, List<CatalogueLine> gone) {
            purged.addAll(gone);
          }

          @Override
          public void drill(DrillReport report, String sha256) {
            drills.add(report);
            drilled.countDown();
          }
        };
    Clock inAMonth = Clock.offset(Clock.systemUTC(), Duration.ofDays(31));
    try (BackupSchedule schedule =
        new BackupSchedule(layout, inAMonth, Duration.ofMillis(100), evidence, _ -> {})) {
      assertThat(drilled.await(2, TimeUnit.MINUTES)).as("%s", schedule).isTrue();
    }
    assertThat(drills).hasSize(1);
    assertThat(drills.getFirst().faults()).isEmpty();
    assertThat(drills.getFirst().revived())
        .as("the keys' backup is newer than her destruction")
        .isZero();
    assertThat(purged)
        .as("keys are kept for 7 days, records for 90")
        .extracting(CatalogueLine::id)
        .containsExactly(first.getLast());
  }

  @Test
  void anotherKeyOpensNothingAndIsNamed() throws Exception {
    CatalogueLine records = backups().take().getFirst();
    Path keyFolder = layout.home().resolve("backup-keys");
    Path keyFile = keyFolder.resolve("records.json");
    Files.delete(keyFile);
    new BackupKeys(keyFolder).create();
    assertThat(backups().drill().faults())
        .containsExactly(
            "BACKUP_UNUSABLE backup records/%s was sealed with key %d, which %s does not hold"
                .formatted(records.id(), records.keyId(), keyFile));
  }

  @Test
  void aRotatedBackupKeyOpensOldAndNew() throws Exception {
    CatalogueLine before = backups().take().getFirst();
    Path keyFile = layout.home().resolve("backup-keys/records.json");
    KeysetHandle old =
        TinkJsonProtoKeysetFormat.parseKeyset(
            Files.readString(keyFile), InsecureSecretKeyAccess.get());
    KeysetHandle rotated =
        KeysetHandle.newBuilder(old)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(
                        PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB)
                    .withRandomId()
                    .makePrimary())
            .build();
    Files.writeString(
        keyFile, TinkJsonProtoKeysetFormat.serializeKeyset(rotated, InsecureSecretKeyAccess.get()));
    assertThat(backups().drill().faults()).isEmpty();
    CatalogueLine after = backups().take().getFirst();
    assertThat(after.keyId()).isEqualTo(rotated.getPrimary().getId()).isNotEqualTo(before.keyId());
    assertThat(backups().drill().faults()).isEmpty();
  }

  @Test
  void aBackupOfTheRecordsOpensNobody() throws Exception {
    backups().take();
    byte[] wrapped = wrappedKeyOf(living);
    BackupKeys keys = new BackupKeys(layout.home().resolve("backup-keys"));
    assertThat(bytesOf("records", BackupSet.RECORDS, keys)).isPositive();
    assertThat(holds(BackupSet.RECORDS, keys, wrapped)).isFalse();
    assertThat(holds(BackupSet.KEYS, keys, wrapped)).isTrue();
  }

  @Test
  void aDestroyedKeyIsInNoBackupMadeAfterIt() throws Exception {
    ErasedPerson erased = book.person("韩梅梅");
    byte[] wrapped = wrappedKeyOf(erased);
    backups().take();
    book.destroy(erased);
    Instant later = Instant.now().plus(Duration.ofDays(8));
    Backups eightDaysLater =
        Backups.of(layout, Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), later)));
    eightDaysLater.take();
    BackupKeys keys = new BackupKeys(layout.home().resolve("backup-keys"));
    assertThat(eightDaysLater.list())
        .extracting(CatalogueLine::set)
        .containsExactly("records", "records", "keys");
    assertThat(holds(BackupSet.KEYS, keys, wrapped)).isFalse();
  }

  @Test
  void aSecondLocationHoldsTheSameAndRestoresAlone() throws Exception {
    Path second = layout.home().resolve("elsewhere");
    backups().at(null, second).take();
    Cache.deleteAll(layout.home().resolve("backup"));
    DrillReport report = backups().at(second, null).drill();
    assertThat(report.faults()).isEmpty();
    Cache.deleteAll(second);
  }

  private Backups backups() throws IOException {
    return Backups.of(layout, Clock.system(ZoneOffset.UTC));
  }

  private Path ledger() {
    return layout.home().resolve("backup/erasure-ledger.jsonl");
  }

  private Path folder(String set) {
    return layout.home().resolve("backup").resolve(set);
  }

  private static Path newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*/[0-9A-F]{24}\\.sealed"))
          .sorted()
          .toList()
          .getLast();
    }
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private byte[] wrappedKeyOf(ErasedPerson person) throws SQLException {
    try (Connection connection = book.databases().administrator(DatabaseName.KEYS);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select wrapped from data_key where customer_id = '" + person.subjectRef() + "'")) {
      row.next();
      return row.getBytes(1);
    }
  }

  private long rowsNow() throws SQLException {
    long rows = 0;
    for (DatabaseName name : BackupSet.RECORDS.databases()) {
      try (Connection connection = book.databases().administrator(name)) {
        for (Figures.Table table : Figures.tables(connection)) {
          rows += Figures.of(connection, name.sql(), table).rows();
        }
      }
    }
    return rows;
  }

  private long bytesOf(String set, BackupSet which, BackupKeys keys) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder(set))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".sealed")).toList()) {
        bytes += open(file, which, keys).length;
      }
    }
    return bytes;
  }

  /** Whether any opened file of the set, base or WAL, has these bytes. */
  private boolean holds(BackupSet set, BackupKeys keys, byte[] wanted) throws IOException {
    String needle = new String(wanted, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(folder(set.folder()))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".sealed")).toList()) {
        if (new String(open(file, set, keys), StandardCharsets.ISO_8859_1).contains(needle)) {
          return true;
        }
      }
    }
    return false;
  }

  private static byte[] open(Path file, BackupSet set, BackupKeys keys) throws IOException {
    String name = String.valueOf(file.getFileName()).replace(".sealed", "");
    String bound =
        "base".equals(name) ? String.valueOf(file.getName(file.getNameCount() - 2)) : name;
    try (InputStream in = new Seal(keys, set).open(Files.newInputStream(file), bound)) {
      return in.readAllBytes();
    }
  }
}
