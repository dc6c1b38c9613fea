package org.shouxin.launcher.backup;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.OwnerOnly;

/**
 * Where backups go and how long they stay; the file {@code backup.properties} of the home, written
 * with the first backup and then the operator's to change.
 *
 * @param keyFolder the mounted keys; neither in a database nor in a backup
 * @param locations one or two folders; the second is a disk elsewhere
 * @param recordsPeriod retention of backups of the records (DR-09 RT-21: 90 days)
 * @param keysPeriod retention of backups of the keys
 * @param interval between two scheduled backups
 * @param drillPeriod between two scheduled restore drills (R-RC-08: at least quarterly)
 */
public record BackupSettings(
    Path keyFolder,
    List<Path> locations,
    Duration recordsPeriod,
    Duration keysPeriod,
    Duration interval,
    Duration drillPeriod) {

  private static Path file(Path home) {
    return home.resolve("backup.properties");
  }

  /** True once a first backup has been made. */
  public static boolean exist(Path home) {
    return Files.exists(file(home));
  }

  /** The settings of a home; the defaults where none were written. */
  public static BackupSettings read(Path home) throws IOException {
    Properties values = new Properties();
    if (exist(home)) {
      try (Reader reader = Files.newBufferedReader(file(home))) {
        values.load(reader);
      }
    }
    List<Path> locations = new ArrayList<>();
    locations.add(Path.of(values.getProperty("location", home.resolve("backup").toString())));
    String second = values.getProperty("second-location", "");
    if (!second.isBlank()) {
      locations.add(Path.of(second));
    }
    return new BackupSettings(
        Path.of(values.getProperty("key-folder", home.resolve("backup-keys").toString())),
        List.copyOf(locations),
        days(values, "records-days", 90),
        days(values, "keys-days", 7),
        days(values, "interval-days", 1),
        days(values, "drill-days", 30));
  }

  private static Duration days(Properties values, String name, int usual) {
    String text = values.getProperty(name, Integer.toString(usual));
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new LauncherException(
          "backup.properties: " + name + " is a number of days from 1 to 9999, not " + text + ".");
    }
    return Duration.ofDays(Integer.parseInt(text));
  }

  /** The same with other locations. */
  BackupSettings at(@Nullable Path first, @Nullable Path second) {
    List<Path> chosen = new ArrayList<>();
    chosen.add(first == null ? locations.getFirst() : first.toAbsolutePath().normalize());
    if (second != null) {
      chosen.add(second.toAbsolutePath().normalize());
    } else if (locations.size() > 1) {
      chosen.add(locations.get(1));
    }
    return new BackupSettings(
        keyFolder, List.copyOf(chosen), recordsPeriod, keysPeriod, interval, drillPeriod);
  }

  void write(Path home) throws IOException {
    Properties values = new Properties();
    values.setProperty("key-folder", keyFolder.toString());
    values.setProperty("location", locations.getFirst().toString());
    values.setProperty("second-location", locations.size() > 1 ? locations.get(1).toString() : "");
    values.setProperty("records-days", Long.toString(recordsPeriod.toDays()));
    values.setProperty("keys-days", Long.toString(keysPeriod.toDays()));
    values.setProperty("interval-days", Long.toString(interval.toDays()));
    values.setProperty("drill-days", Long.toString(drillPeriod.toDays()));
    StringWriter text = new StringWriter();
    values.store(text, "Backups of this installation; see docs/backup.md");
    OwnerOnly.write(file(home), text.toString());
  }

  Duration period(BackupSet set) {
    return switch (set) {
      case RECORDS -> recordsPeriod;
      case KEYS -> keysPeriod;
    };
  }
}
