package org.shouxin.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shouxin.launcher.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the audit log into a folder that anybody can verify without the system. */
@Command(
    name = "export-log",
    mixinStandardHelpOptions = true,
    description = "Copies the audit log (C2SP tlog-tiles) into a folder; verify-log checks it.")
final class ExportLogCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "DIR", description = "An empty or new folder.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    var log = home.runningLayout().url(Component.AUDIT).resolve("/tlog/");
    LogCopy copy = new LogCopy(log, folder);
    copy.fetch("vkey");
    copy.fetch("vkey-ml-dsa");
    byte[] checkpoint = copy.fetch("checkpoint");
    String[] lines = new String(checkpoint, StandardCharsets.UTF_8).split("\n", -1);
    long size = Long.parseLong(lines[1]);
    copy.tiles(size);
    System.out.println(size + " entries in " + folder.toAbsolutePath());
    return 0;
  }
}
