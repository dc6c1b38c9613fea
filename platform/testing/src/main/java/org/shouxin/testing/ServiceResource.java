package org.shouxin.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a service under test its database and the key that {@link TestTokens} signs with. Use:
 * {@code @QuarkusTestResource(value = ServiceResource.class, initArgs = @ResourceArg(name =
 * "databases", value = "records=<default>,keys=keys"))}: database name = data source name. Without
 * the argument no database is given (gateway).
 */
public final class ServiceResource implements QuarkusTestResourceLifecycleManager {
  private Map<String, String> arguments = Map.of();

  @Override
  public void init(Map<String, String> initArgs) {
    arguments = initArgs;
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    config.put("shouxin.mode", "demo");
    config.put("quarkus.oidc.public-key", TestTokens.publicKey());
    config.put("quarkus.oidc.application-type", "service");
    String databases = arguments.getOrDefault("databases", "");
    for (String pair : databases.split(",", -1)) {
      if (!pair.isBlank()) {
        String[] parts = pair.split("=", 2);
        addDatabase(config, parts[0].trim(), parts[1].trim());
      }
    }
    return config;
  }

  private static void addDatabase(Map<String, String> config, String database, String source) {
    String name = source.equals("<default>") ? "" : "." + source;
    String password = PostgresServer.get().password();
    config.put("quarkus.datasource" + name + ".jdbc.url", PostgresServer.get().database(database));
    config.put("quarkus.datasource" + name + ".username", database);
    config.put("quarkus.datasource" + name + ".password", password);
    config.put("quarkus.flyway" + name + ".username", database + "_owner");
    config.put("quarkus.flyway" + name + ".password", password);
  }

  @Override
  public void stop() {
    // The server ends with the JVM; tests of one module share it.
  }
}
