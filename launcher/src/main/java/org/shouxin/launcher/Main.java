package org.shouxin.launcher;

import org.shouxin.launcher.backup.BackupException;
import org.shouxin.launcher.command.Commands;
import picocli.CommandLine;

/** The program behind the script {@code shouxin}. */
public final class Main {
  private static final int FAULT = 1;

  private Main() {}

  /** Runs one command and ends with its status: 0 done, 1 a fault was named, 2 wrong use. */
  public static void main(String[] arguments) {
    JavaRuntime.keepArchives();
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Commands())
        .setExecutionExceptionHandler((fault, command, parsed) -> {
          command.getErr().println("shouxin: " + describe(fault));
          return FAULT;
        })
        .execute(arguments);
  }

  private static String describe(Exception fault) {
    return fault instanceof LauncherException
            || fault instanceof HttpStatusException
            || fault instanceof BackupException
        ? String.valueOf(fault.getMessage())
        : "unexpected fault: " + fault;
  }
}
