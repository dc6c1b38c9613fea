package org.shouxin.launcher.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.JavaRuntime;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.process.Child;
import org.shouxin.launcher.process.Children;

/**
 * The demo's witness of the audit log (C2SP tlog-witness): a program of its own with its own key
 * and memory in the folder {@code witness}. It trusts the log's key that it sees first. On one
 * machine it shows how it works; independence needs another party's machine (D-50).
 */
public final class WitnessProcess {
  private static final int HEAP_MEGABYTES = 32;
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int PAUSE_MILLIS = 50;

  private final Layout layout;

  public WitnessProcess(Layout layout) {
    this.layout = layout;
  }

  /** Starts it, waits for its key, and writes the policy that names it to audit-service. */
  public Child start(Children children) throws IOException {
    Path key = layout.witness().resolve("vkey");
    List<String> command =
        new ArrayList<>(
            JavaRuntime.command(layout.archives().resolve("witness.jsa"), HEAP_MEGABYTES));
    command.removeIf(option -> option.startsWith("-Djava.util.logging.manager"));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            "org.shouxin.audit.witness.Witness",
            "--store",
            layout.witness().toString(),
            "--name",
            name(layout),
            "--port",
            Integer.toString(layout.port(Component.WITNESS)),
            "--first-seen",
            "http://127.0.0.1:" + layout.port(Component.AUDIT) + "/tlog/vkey"));
    Child child =
        children.startDispensable(
            Component.WITNESS.title(),
            command,
            Map.of(),
            layout.home(),
            layout.log(Component.WITNESS));
    awaitKey(key, child);
    OwnerOnly.write(
        policy(layout),
        "witness %s %s http://127.0.0.1:%d%n"
            .formatted(
                Component.WITNESS.title(),
                Files.readString(key).strip(),
                layout.port(Component.WITNESS)));
    return child;
  }

  /** The name its cosignatures bear. */
  public static String name(Layout layout) {
    return "localhost:" + layout.port(Component.WITNESS) + "/witness";
  }

  /** The file that names the witnesses to audit-service (C2SP tlog-policy). */
  static Path policy(Layout layout) {
    return layout.configuration().resolve("witness-policy");
  }

  private String classPath() {
    Path app = layout.project().resolve("audit-service/target/quarkus-app");
    return String.join(
        File.pathSeparator,
        app.resolve("app") + "/*",
        app.resolve("lib/main") + "/*",
        app.resolve("lib/boot") + "/*");
  }

  private static void awaitKey(Path key, Child child) {
    for (int waited = 0; !Files.exists(key); waited += PAUSE_MILLIS) {
      child.requireAlive();
      if (waited > PATIENCE_MILLIS) {
        throw new LauncherException(
            "The witness made no key. Look into .shouxin/logs/witness.log.");
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LauncherException("Interrupted.", e);
      }
    }
  }
}
