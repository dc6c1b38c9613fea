package org.shouxin.launcher.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.JavaRuntime;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Secrets;
import org.shouxin.launcher.postgres.Databases;
import org.shouxin.launcher.process.Child;
import org.shouxin.launcher.process.Children;

/** The four services, each from the folder {@code target/quarkus-app} of its module. */
public final class Services {
  private static final int HEAP_MEGABYTES = 320;

  private final Layout layout;
  private final ServiceConfiguration configuration;

  public Services(Layout layout, Secrets secrets, Databases postgres, URI issuer) {
    this.layout = layout;
    this.configuration = new ServiceConfiguration(layout, secrets, postgres, issuer);
  }

  /** Throws when a service was not built. */
  public void requireBuilt() {
    for (Component service : Component.services()) {
      if (!Files.exists(program(service))) {
        throw new LauncherException(
            service.title() + " is not built. ./shouxin up builds what is missing.");
      }
    }
  }

  /** Starts one service; {@link #readyAddress} answers 200 when it is usable. */
  public Child start(Component service, Children children) throws IOException {
    Path file = configuration.write(service);
    List<String> command = new ArrayList<>(JavaRuntime.command(archive(service), HEAP_MEGABYTES));
    command.add("-Xms32m");
    command.add("-jar");
    command.add(program(service).toString());
    return children.start(
        service.title(),
        command,
        Map.of("QUARKUS_CONFIG_LOCATIONS", file.toUri().toString()),
        layout.home(),
        layout.log(service));
  }

  /** Where the service says whether it is ready. */
  public URI readyAddress(Component service) {
    return URI.create("http://127.0.0.1:" + layout.port(service) + "/q/health/ready");
  }

  private Path program(Component service) {
    return layout.project().resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** One archive for each build of the service; older ones go. */
  private Path archive(Component service) throws IOException {
    String build = Long.toString(Files.getLastModifiedTime(program(service)).toMillis(), 36);
    Path current = layout.archives().resolve(service.title() + "-" + build + ".jsa");
    try (var files = Files.list(layout.archives())) {
      for (Path old : files.toList()) {
        if (String.valueOf(old.getFileName()).startsWith(service.title()) && !old.equals(current)) {
          Cache.deleteAll(old);
        }
      }
    }
    return current;
  }
}
