package org.shouxin.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Progress;
import org.shouxin.launcher.demo.BookImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a book of policies through records-service. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports a CSV or XLSX book of a controller and writes what is wrong with it.")
final class ImportCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "FILE", description = "The book, CSV (UTF-8 or GB18030) or XLSX.")
  private Path file = Path.of("");

  @Option(
      names = "--controller",
      required = true,
      paramLabel = "ID",
      description = "Whose book it is, e.g. ctl-donghai.")
  private String controller = "";

  @Option(names = "--staff", paramLabel = "FILE", description = "The controller's staff, CSV.")
  private @Nullable Path staff;

  @Option(
      names = "--defects",
      paramLabel = "OUT.csv",
      description = "Where to write the defects: row,application_no,column,code.")
  private @Nullable Path defects;

  @Override
  public Integer call() throws IOException {
    Layout layout = home.runningLayout();
    return new BookImport(layout, new Progress(System.out)).run(file, controller, staff, defects);
  }
}
