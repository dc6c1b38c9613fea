package org.shouxin.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.RunState;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.process.PidFile;
import org.shouxin.launcher.process.ResidentMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what runs, where, and how much memory it holds. Status 0 when all is up, else 3. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Shows addresses, process ids, databases and memory; ends with 3 if not all runs.")
final class StatusCommand implements Callable<Integer> {
  private static final int NOT_RUNNING = 3;
  private static final int MEGABYTE_IN_KIB = 1024;

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Layout layout = home.lastLayout();
    ObjectNode status = read(layout);
    if (json) {
      System.out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(status));
    } else {
      print(status);
    }
    return status.path("ready").asBoolean() ? 0 : NOT_RUNNING;
  }

  private static ObjectNode read(Layout layout) {
    ObjectNode status = new ObjectMapper().createObjectNode();
    status.put("ready", RunState.isReady(layout.home()));
    status.put("home", layout.home().toString());
    status.put("portOffset", layout.portOffset());
    ObjectNode components = status.putObject("components");
    add(components, "launcher", "", RunState.launcher(layout.home()));
    for (Component component : UpCommand.listed()) {
      String url =
          component == Component.POSTGRESQL || component == Component.KEY_STORE
              ? "postgresql://localhost:" + layout.port(component)
              : layout.url(component).toString();
      add(components, component.title(), url, PidFile.of(layout.run(), component.title()).find());
    }
    ObjectNode databases = status.putObject("databases");
    for (DatabaseName name : DatabaseName.values()) {
      databases.put(
          name.sql(),
          "jdbc:postgresql://localhost:" + layout.port(name.server()) + "/" + name.sql());
    }
    if (RunState.isReady(layout.home())) {
      status.set("log", LogStatus.read(layout));
    }
    status.put("secretsFile", layout.secrets().toString());
    return status;
  }

  private static void add(
      ObjectNode components, String name, String url, Optional<ProcessHandle> process) {
    ObjectNode one = components.putObject(name);
    one.put("url", url);
    one.put("running", process.isPresent());
    process.ifPresent(running -> {
      one.put("pid", running.pid());
      one.put("residentMiB", ResidentMemory.kib(running) / MEGABYTE_IN_KIB);
    });
  }

  private static void print(ObjectNode status) {
    System.out.printf("%-16s %-8s %8s  %s%n", "", "pid", "MiB", "address");
    status
        .path("components")
        .properties()
        .forEach(entry ->
            System.out.printf(
                "%-16s %-8s %8s  %s%n",
                entry.getKey(),
                entry.getValue().path("pid").asText("-"),
                entry.getValue().path("residentMiB").asText("-"),
                entry.getValue().path("url").asText()));
    System.out.println();
    status
        .path("databases")
        .properties()
        .forEach(entry -> System.out.println("database " + entry.getValue().asText()));
    if (status.has("log")) {
      System.out.println(LogStatus.inWords(status.path("log")));
    }
    System.out.println("passwords in " + status.path("secretsFile").asText());
    System.out.println(
        status.path("ready").asBoolean()
            ? "Everything is up."
            : "Not (all) running. Start it: ./shouxin up");
  }
}
