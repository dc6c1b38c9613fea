package org.shouxin.cluster;

import org.shouxin.cluster.image.ImagesCommand;
import org.shouxin.cluster.secret.SecretsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What an operator prepares on a machine before {@code kubectl apply}. */
@Command(
    name = "shouxin",
    subcommands = {ImagesCommand.class, SecretsCommand.class})
public final class Main {
  private static final int FAULT = 1;

  private Main() {}

  /** Ends with 0 done, 1 a fault was named, 2 wrong use. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** The same without ending the process. */
  public static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((fault, command, parsed) -> {
          command.getErr().println("shouxin: " + describe(fault));
          return FAULT;
        })
        .execute(arguments);
  }

  private static String describe(Exception fault) {
    return fault instanceof ClusterException
        ? String.valueOf(fault.getMessage())
        : "unexpected fault: " + fault;
  }
}
