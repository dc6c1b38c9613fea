package org.shouxin.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.backup.Approval;
import org.shouxin.launcher.backup.BackupNotice;
import org.shouxin.launcher.backup.Backups;
import org.shouxin.launcher.backup.CatalogueLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a sealed backup of the running system, or shows the catalogue (R-RC-08). */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a sealed backup of the records and one of the keys while everything works, and deletes"
          + " what has expired.",
      "With the first one WAL archiving, daily backups and monthly drills begin; see docs/backup.md."
    })
final class BackupCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--list", description = "Shows the catalogue and takes no backup.")
  private boolean list;

  @Option(names = "--expire", description = "Only deletes what has expired.")
  private boolean expire;

  @Option(
      names = "--delete",
      description = "Deletes the backups named by --records and --keys before they expire.")
  private boolean delete;

  @Option(names = "--records", paramLabel = "ID", description = "Which to delete of the records.")
  private @Nullable String records;

  @Option(names = "--keys", paramLabel = "ID", description = "Which to delete of the keys.")
  private @Nullable String keys;

  @Option(
      names = "--access",
      paramLabel = "ID",
      description = "The request that another person approved; --delete needs it.")
  private String access = "";

  @Option(names = "--json", description = "The catalogue as JSON.")
  private boolean json;

  @Option(
      names = "--location",
      paramLabel = "DIR",
      description = "Where backups go (default: backup in the state folder); remembered.")
  private @Nullable Path location;

  @Option(
      names = "--second-location",
      paramLabel = "DIR",
      description = "A folder elsewhere that gets the same; remembered.")
  private @Nullable Path second;

  @Override
  public Integer call() throws IOException {
    Layout layout = list || expire ? home.lastLayout() : home.runningLayout();
    Backups backups = Backups.of(layout, Clock.systemUTC()).at(location, second);
    if (delete) {
      requireNamed();
      List<CatalogueLine> deleted =
          backups.custody(Approval.of(layout, access)).delete(records, keys);
      print(deleted);
      new BackupNotice(layout).tell(List.of(), deleted);
    } else if (list) {
      print(backups.list());
    } else if (expire) {
      print(backups.expire());
    } else {
      List<CatalogueLine> taken = backups.take();
      print(taken);
      new BackupNotice(layout).tell(taken, backups.purged());
    }
    return 0;
  }

  private void requireNamed() {
    if (access.isBlank() || (records == null && keys == null)) {
      throw new LauncherException(
          "--delete needs --access and at least one of --records and --keys: nobody deletes a"
              + " backup alone.");
    }
  }

  private void print(List<CatalogueLine> lines) throws IOException {
    if (json) {
      System.out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(lines));
      return;
    }
    System.out.printf(
        "%-8s %-26s %-28s %12s %6s %10s %10s  %s%n",
        "set", "id", "expires", "bytes", "tables", "rows", "key", "sha256");
    for (CatalogueLine line : lines) {
      System.out.printf(
          Locale.ROOT,
          "%-8s %-26s %-28s %12d %6d %10d %10d  %s%n",
          line.set(),
          line.id(),
          line.expiresAt(),
          line.sizeBytes(),
          line.tables(),
          line.rows(),
          line.keyId(),
          line.sha256());
    }
  }
}
