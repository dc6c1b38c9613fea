package org.shouxin.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an installation consists of, with the ports of the architecture's table. */
public enum Component {
  POSTGRESQL("postgresql", 15432),
  /** The server of the data keys, with backups of its own (D-73). */
  KEY_STORE("postgresql-keys", 15433),
  KEYCLOAK("keycloak", 8180),
  WITNESS("witness", 8084),
  AUDIT("audit-service", 8083),
  CONSENT("consent-service", 8081),
  RECORDS("records-service", 8082),
  GATEWAY("gateway", 8080);

  private final String title;
  private final int port;

  Component(String title, int port) {
    this.title = title;
    this.port = port;
  }

  /** The name people see and type, e.g. {@code records-service}. */
  public String title() {
    return title;
  }

  /** The port without any offset. */
  int port() {
    return port;
  }

  /** The four Java services, without the PostgreSQL servers, Keycloak and the log's witness. */
  public static List<Component> services() {
    return List.of(AUDIT, CONSENT, RECORDS, GATEWAY);
  }

  /** The component of that name, if there is one. */
  public static Optional<Component> find(String title) {
    return Arrays.stream(values()).filter(component -> component.title.equals(title)).findFirst();
  }
}
