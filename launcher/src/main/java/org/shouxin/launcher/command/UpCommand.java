package org.shouxin.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Installation;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the whole system and stays until Ctrl-C, or leaves it running with {@code --detach}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts everything: PostgreSQL, Keycloak, the four services, the demo data.")
final class UpCommand implements Callable<Integer> {
  private static final int FAULT = 1;

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = {"-d", "--detach"},
      description = "Leave it running in the background.")
  private boolean detach;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Added to every port, to run beside another installation (default: 0).")
  private int portOffset;

  @Override
  public Integer call() throws IOException {
    Layout layout = home.layout(portOffset);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    return detach ? new Detached(layout, out).start() : stay(layout, new Progress(out));
  }

  private static int stay(Layout layout, Progress progress) {
    Installation installation = Installation.prepare(layout, progress);
    AtomicBoolean closing = new AtomicBoolean();
    Thread hook =
        Thread.ofPlatform()
            .unstarted(() -> {
              closing.set(true);
              progress.say(goodbye(layout));
              installation.close();
              progress.say("Everything has stopped; the data is kept.");
            });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      installation.run();
    } catch (RuntimeException fault) {
      if (closing.get()) {
        return waitForTheHook();
      }
      Runtime.getRuntime().removeShutdownHook(hook);
      throw fault;
    }
    progress.say(Welcome.text(layout, progress.seconds()));
    String line = installation.awaitUnexpectedEnd();
    if (closing.get()) {
      return waitForTheHook();
    }
    System.err.println("shouxin: " + line);
    return FAULT;
  }

  private static String goodbye(Layout layout) {
    return Files.exists(layout.archives().resolve("keycloak.jsa"))
        ? "Stopping …"
        : "Stopping … (this once some seconds longer: it saves what makes the next start quick)";
  }

  /** The machine is already stopping this process; its status is the signal's. */
  private static int waitForTheHook() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return FAULT;
  }

  /** The ports in the order people look for them. */
  static Component[] listed() {
    return new Component[] {
      Component.GATEWAY,
      Component.CONSENT,
      Component.RECORDS,
      Component.AUDIT,
      Component.WITNESS,
      Component.KEYCLOAK,
      Component.POSTGRESQL,
      Component.KEY_STORE
    };
  }
}
