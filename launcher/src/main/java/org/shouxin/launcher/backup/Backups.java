package org.shouxin.launcher.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.Secrets;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.postgres.Databases;

/**
 * Sealed backups of one installation (R-RC-08, RT-21):
 *
 * <pre>{@code
 * Backups backups = Backups.of(layout, Clock.systemUTC());
 * backups.take();                          // the records, then the keys; then what expired goes
 * DrillReport report = backups.drill();    // restores, replays the erasure ledger, tries to read
 * }</pre>
 */
public final class Backups {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int ID_BYTES = 4;

  private final Layout layout;
  private final Clock clock;
  private final BackupSettings settings;
  private final Databases databases;
  private final BackupKeys keys;
  private final BackupStore store;
  private final SecureRandom random = new SecureRandom();
  private final List<CatalogueLine> purged = new ArrayList<>();

  private Backups(Layout layout, Clock clock, BackupSettings settings) {
    this.layout = layout;
    this.clock = clock;
    this.settings = settings;
    this.databases = new Databases(layout, new Secrets(layout.secrets()));
    this.keys = new BackupKeys(settings.keyFolder());
    this.store = new BackupStore(settings.locations(), keys);
  }

  /** The backups of an installation, by its {@code backup.properties}. */
  public static Backups of(Layout layout, Clock clock) throws IOException {
    return new Backups(layout, clock, BackupSettings.read(layout.home()));
  }

  /** The same at other locations; {@link #take} remembers them. */
  public Backups at(@Nullable Path location, @Nullable Path second) {
    return new Backups(layout, clock, settings.at(location, second));
  }

  /**
   * Backs up both servers while they work, notes who was erased since, and deletes what has
   * expired. The records first: a key without records is harmless, records without a key are lost.
   *
   * @return the new lines of the catalogue
   */
  public List<CatalogueLine> take() throws IOException {
    Path lockFile = layout.run().resolve("backup.lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new LauncherException("Another backup is being taken. Wait for its end.");
      }
      return takeAlone();
    }
  }

  private List<CatalogueLine> takeAlone() throws IOException {
    keys.create();
    follow();
    List<CatalogueLine> taken = new ArrayList<>();
    BaseBackup backup = new BaseBackup(layout, databases, store, keys, clock);
    for (BackupSet set : BackupSet.values()) {
      taken.add(CatalogueLine.of(backup.take(set, newId(), settings.period(set))));
      expire(set);
    }
    // Only now: with this file the schedule begins.
    settings.write(layout.home());
    return taken;
  }

  /** All backups that there are, oldest first, records before keys. */
  public List<CatalogueLine> list() throws IOException {
    List<CatalogueLine> lines = new ArrayList<>();
    for (BackupSet set : BackupSet.values()) {
      store.list(set).forEach(manifest -> lines.add(CatalogueLine.of(manifest)));
    }
    return lines;
  }

  /** Deletes what has expired; returns those lines. */
  public List<CatalogueLine> expire() throws IOException {
    for (BackupSet set : BackupSet.values()) {
      expire(set);
    }
    return purged();
  }

  private void expire(BackupSet set) throws IOException {
    store.expire(set, clock.instant()).forEach(manifest -> purged.add(CatalogueLine.of(manifest)));
  }

  /** What {@link #take} and {@link #expire} deleted because it had expired. */
  public List<CatalogueLine> purged() {
    return List.copyOf(purged);
  }

  /** Seals the WAL that waits, and notes in the ledger who was erased since the last time. */
  public void follow() throws IOException {
    ship();
    try (Connection audit = databases.administrator(DatabaseName.AUDIT)) {
      new ErasureLedger(store.locations()).follow(audit);
    } catch (SQLException e) {
      throw new LauncherException(
          "The audit log was not read for erased people: " + e.getMessage() + ".", e);
    }
  }

  boolean isBackupDue() throws IOException {
    return store
        .newest(BackupSet.KEYS)
        .map(last -> isOver(last.startedAt(), settings.interval()))
        .orElse(true);
  }

  /** Due a period after the last report, or after the first backup while there is none. */
  boolean isDrillDue() throws IOException {
    Path folder = store.first().resolve("reports");
    Optional<String> last = Optional.empty();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        last =
            files
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.endsWith(".json"))
                .max(Comparator.naturalOrder());
      }
    }
    if (last.isPresent()) {
      Instant at = ID.parse(last.get().substring(0, last.get().indexOf('-')), Instant::from);
      return isOver(at.toString(), settings.drillPeriod());
    }
    List<Manifest> all = store.list(BackupSet.RECORDS);
    return !all.isEmpty() && isOver(all.getFirst().startedAt(), settings.drillPeriod());
  }

  private boolean isOver(String since, Duration period) {
    return !clock.instant().isBefore(Instant.parse(since).plus(period));
  }

  /** Runs a restore drill and keeps its signed report; never throws for a bad backup. */
  public DrillReport drill() throws IOException {
    return drill(RestoreTarget.STILL_POINT);
  }

  /** The same to another target. */
  public DrillReport drill(RestoreTarget target) throws IOException {
    ship();
    return keep(drilling().run(newId(), target));
  }

  /**
   * Restores named backups into a new folder, for use; by two people. What is wrong is a fault of
   * the report, and nothing is left then.
   */
  public DrillReport restore(
      String recordsBackup, String keysBackup, RestoreTarget target, Path into, Approval approval)
      throws IOException {
    ship();
    return keep(custody(approval).restore(newId(), recordsBackup, keysBackup, target, into));
  }

  /** What nobody does alone. */
  public BackupCustody custody(Approval approval) {
    return new BackupCustody(store, drilling(), approval);
  }

  private RestoreDrill drilling() {
    return new RestoreDrill(layout, databases, store, keys, clock);
  }

  private DrillReport keep(DrillReport report) throws IOException {
    Path folder = OwnerOnly.folder(store.first().resolve("reports"));
    SignedFile.write(folder.resolve(report.id() + ".json"), report, keys);
    OwnerOnly.write(folder.resolve(report.id() + ".zh-CN.txt"), ReportText.chinese(report));
    OwnerOnly.write(folder.resolve(report.id() + ".en.txt"), ReportText.english(report));
    return report;
  }

  /** Where the report of a drill is, as signed JSON. */
  public Path reportFile(DrillReport report) {
    return store.first().resolve("reports").resolve(report.id() + ".json");
  }

  /** SHA-256 of the signed report, hex: what the audit log keeps of it. */
  public String reportDigest(DrillReport report) throws IOException {
    return Tally.sha256(reportFile(report));
  }

  /** The report in words, Chinese before English. */
  public static String words(DrillReport report) {
    return ReportText.chinese(report) + "\n" + ReportText.english(report);
  }

  private void ship() throws IOException {
    WalArchive wal = new WalArchive(layout, store, keys);
    for (BackupSet set : BackupSet.values()) {
      wal.ship(set);
    }
  }

  private String newId() {
    byte[] end = new byte[ID_BYTES];
    random.nextBytes(end);
    return ID.format(clock.instant()) + "-" + HexFormat.of().formatHex(end);
  }
}
