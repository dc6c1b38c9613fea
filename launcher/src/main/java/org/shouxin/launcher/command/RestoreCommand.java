package org.shouxin.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.backup.Approval;
import org.shouxin.launcher.backup.Backups;
import org.shouxin.launcher.backup.DrillReport;
import org.shouxin.launcher.backup.RestoreTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restores two named backups for use; two people do it (R-RC-08). */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Restores a backup of the records and one of the keys into a new folder, replays the erasure"
          + " ledger and tries to read everybody who was erased. Needs another person's approval"
          + " (requestBackupAccess, approveBackupAccess); see docs/backup.md.",
      "Ends with 1 and leaves nothing when anything is wrong."
    })
final class RestoreCommand implements Callable<Integer> {
  private static final int FAULT = 1;

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--records", paramLabel = "ID", required = true, description = "Of the records.")
  private String records = "";

  @Option(names = "--keys", paramLabel = "ID", required = true, description = "Of the keys.")
  private String keys = "";

  @Option(
      names = "--access",
      paramLabel = "ID",
      required = true,
      description = "The approved request.")
  private String access = "";

  @Option(names = "--into", paramLabel = "DIR", required = true, description = "A new folder.")
  private Path into = Path.of("");

  @Option(
      names = "--latest",
      description = "To the newest archived WAL, as after a disaster; compares no figures.")
  private boolean latest;

  @Override
  public Integer call() throws IOException {
    Layout layout = home.runningLayout();
    DrillReport report =
        Backups.of(layout, Clock.systemUTC())
            .restore(
                records,
                keys,
                latest ? RestoreTarget.NEWEST : RestoreTarget.STILL_POINT,
                into.toAbsolutePath().normalize(),
                Approval.of(layout, access));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(Backups.words(report));
    for (String fault : report.faults()) {
      System.err.println("shouxin: restore: " + fault);
    }
    if (report.passed()) {
      out.println("in " + into.toAbsolutePath().normalize());
    }
    return report.passed() ? 0 : FAULT;
  }
}
