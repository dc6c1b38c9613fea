package org.shouxin.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.backup.Backups;
import org.shouxin.launcher.backup.DrillNotice;
import org.shouxin.launcher.backup.DrillReport;
import org.shouxin.launcher.backup.RestoreTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restores the newest backups beside the running system and tries to read who was erased. */
@Command(
    name = "restore-drill",
    mixinStandardHelpOptions = true,
    description = {
      "Restores the newest backups into scratch servers, compares every table, replays the erasure"
          + " ledger, tries to read everybody who was erased, and writes a signed report.",
      "Ends with 1 and names the fault when anything differs or anybody erased can be read."
    })
final class RestoreDrillCommand implements Callable<Integer> {
  private static final int FAULT = 1;

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--location",
      paramLabel = "DIR",
      description = "Restore from this folder, such as the second location.")
  private @Nullable Path location;

  @Option(
      names = "--latest",
      description = "Restore to the newest archived WAL, as after a disaster; compares no figures.")
  private boolean latest;

  @Override
  public Integer call() throws IOException {
    Layout layout = home.runningLayout();
    Backups backups = Backups.of(layout, Clock.systemUTC()).at(location, null);
    DrillReport report = backups.drill(latest ? RestoreTarget.NEWEST : RestoreTarget.STILL_POINT);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(Backups.words(report));
    out.println(backups.reportFile(report));
    String kept = new DrillNotice(layout).tell(report, backups.reportDigest(report));
    out.println("restore.tested " + kept);
    for (String fault : report.faults()) {
      System.err.println("shouxin: restore drill: " + fault);
    }
    return report.passed() ? 0 : FAULT;
  }
}
