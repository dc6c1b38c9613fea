package org.shouxin.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.backup.BackupSchedule;
import org.shouxin.launcher.demo.DemoSetup;
import org.shouxin.launcher.keycloak.KeycloakServer;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.postgres.Databases;
import org.shouxin.launcher.postgres.PostgresServer;
import org.shouxin.launcher.process.Child;
import org.shouxin.launcher.process.Children;
import org.shouxin.launcher.service.Services;
import org.shouxin.launcher.service.WitnessProcess;

/**
 * The whole system on this machine, running: PostgreSQL, Keycloak, the four services and the
 * witness of the audit log as processes of their own. The command {@code up} holds one, and so do
 * the system tests:
 *
 * <pre>{@code
 * try (Installation it = Installation.start(home, 200)) {
 *   URI graphql = it.url(Component.GATEWAY).resolve("/graphql");
 *   String token = it.token("partner-haiyun");
 *   it.kill(Component.RECORDS);
 *   it.startAgain(Component.RECORDS);
 * }
 * }</pre>
 */
public final class Installation implements AutoCloseable {
  private final Layout layout;
  private final Progress progress;
  private final RunState state;
  private final Databases databases;
  private final PostgresServer keyStore;
  private final PostgresServer postgres;
  private final KeycloakServer keycloak;
  private final Services services;
  private final WitnessProcess witness;
  private final Children children;
  private final Map<Component, Child> running = new ConcurrentHashMap<>();
  private final CompletableFuture<String> unexpectedEnd = new CompletableFuture<>();
  private final DiskWatch disk;
  private @Nullable BackupSchedule backups;

  private Installation(Layout layout, Progress progress) throws IOException {
    this.layout = layout;
    this.progress = progress;
    layout.createFolders();
    this.state = RunState.take(layout);
    Secrets secrets = new Secrets(layout.secrets());
    this.databases = new Databases(layout, secrets);
    this.keyStore = new PostgresServer(layout, databases, Component.KEY_STORE);
    this.postgres = new PostgresServer(layout, databases, Component.POSTGRESQL);
    this.keycloak = new KeycloakServer(layout, secrets);
    this.witness = new WitnessProcess(layout);
    this.services = new Services(layout, secrets, databases, keycloak.issuer());
    this.children = new Children(layout.run(), unexpectedEnd::complete);
    this.disk = new DiskWatch(layout, unexpectedEnd::complete);
  }

  /**
   * Starts everything and sets up the demo, saying what it does on standard output; returns when
   * all is usable.
   *
   * @param home the state folder; kept from one start to the next
   * @param portOffset added to every port
   * @throws LauncherException naming fault and remedy; nothing is left running then
   */
  public static Installation start(Path home, int portOffset) {
    return start(Layout.of(home, portOffset), new Progress(System.out));
  }

  /** Like {@link #start(Path, int)} with the lines of progress going elsewhere. */
  public static Installation start(Layout layout, Progress progress) {
    Installation installation = prepare(layout, progress);
    installation.run();
    return installation;
  }

  /** Takes the home but starts nothing yet, so that a signal can already close it. */
  public static Installation prepare(Layout layout, Progress progress) {
    try {
      return new Installation(layout, progress);
    } catch (IOException e) {
      throw new LauncherException(
          "The folder " + layout.home() + " cannot be used: " + e.getMessage() + ".", e);
    }
  }

  /** Starts everything and sets up the demo; on any fault everything is stopped again. */
  public void run() {
    boolean done = false;
    try {
      Preconditions.require(layout);
      services.requireBuilt();
      CompletableFuture<Void> identity = background(this::startKeycloak);
      CompletableFuture<Void> rest = background(this::startPostgresAndServices);
      Readiness readiness = new Readiness(progress, this::failFast);
      readiness.join(identity, rest);
      Map<Component, URI> addresses = new EnumMap<>(Component.class);
      addresses.put(Component.KEYCLOAK, keycloak.readyAddress());
      Component.services().forEach(one -> addresses.put(one, services.readyAddress(one)));
      readiness.await(addresses);
      new DemoSetup(layout, keycloak, progress).run();
      state.ready();
      backups = new BackupSchedule(layout, Clock.systemUTC(), progress::say);
      done = true;
    } catch (IOException e) {
      throw new LauncherException("The start failed: " + e.getMessage() + ".", e);
    } finally {
      if (!done) {
        close();
      }
    }
  }

  private void startKeycloak() throws IOException {
    progress.step("Keycloak is being prepared");
    keycloak.prepare();
    running.put(Component.KEYCLOAK, keycloak.start(children));
    progress.step("Keycloak is starting");
  }

  private void startPostgresAndServices() throws IOException {
    // The keys first: records without a key store would be lost the moment they are written.
    running.put(Component.KEY_STORE, keyStore.start(children));
    running.put(Component.POSTGRESQL, postgres.start(children));
    progress.step("PostgreSQL is ready on port " + layout.port(Component.POSTGRESQL));
    running.put(Component.WITNESS, witness.start(children));
    for (Component service : Component.services()) {
      running.put(service, services.start(service, children));
    }
    progress.step("The four services and the log's witness are starting");
  }

  /** A step that may fail with an I/O fault. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private static CompletableFuture<Void> background(Step step) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            step.run();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> Thread.ofPlatform().daemon().start(task));
  }

  private void failFast() {
    if (unexpectedEnd.isDone()) {
      throw new LauncherException(unexpectedEnd.join());
    }
  }

  /** Waits until a process ends that nobody asked to, and returns the line that says so. */
  public String awaitUnexpectedEnd() {
    try {
      return unexpectedEnd.join();
    } catch (CompletionException e) {
      throw new IllegalStateException(e);
    }
  }

  public Layout layout() {
    return layout;
  }

  /** The address of a component, e.g. {@code http://localhost:8080} for the gateway. */
  public URI url(Component component) {
    return layout.url(component);
  }

  /** The process id of a component, if it runs. */
  public Optional<Long> pid(Component component) {
    return Optional.ofNullable(running.get(component)).filter(Child::alive).map(Child::pid);
  }

  /** A fresh access token for a person or client of the demo realm. */
  public String token(String personOrClient) {
    return keycloak.tokens().accessToken(personOrClient);
  }

  /** The id of the customer record that is linked to a demo customer's account. */
  public String customerId(String person) {
    return new DemoSetup(layout, keycloak, progress).customerId(person);
  }

  /** A connection above every rule, for tests that look into a database or tamper with it. */
  public Connection administrator(DatabaseName database) throws SQLException {
    return databases.administrator(database);
  }

  /** Stops one component in order and waits for its end. */
  public void stop(Component component) {
    children.stop(known(component));
  }

  /** Ends one component at once (signal 9), as a power cut would. */
  public void kill(Component component) {
    children.kill(known(component));
  }

  /** From now on the end of a component is what the caller expects, until it is started again. */
  public void expectEnd(Component component) {
    known(component).expectEnd();
  }

  /** Starts a component again after {@link #stop} or {@link #kill}, and waits until it is ready. */
  public void startAgain(Component component) {
    try {
      switch (component) {
        case POSTGRESQL -> running.put(component, postgres.start(children));
        case KEY_STORE -> running.put(component, keyStore.start(children));
        case KEYCLOAK -> running.put(component, keycloak.start(children));
        case WITNESS -> running.put(component, witness.start(children));
        case AUDIT, CONSENT, RECORDS, GATEWAY ->
            running.put(component, services.start(component, children));
      }
    } catch (IOException e) {
      throw new LauncherException(component.title() + " could not be started again.", e);
    }
    if (component == Component.KEYCLOAK || Component.services().contains(component)) {
      URI ready =
          component == Component.KEYCLOAK
              ? keycloak.readyAddress()
              : services.readyAddress(component);
      new Readiness(progress, this::failFast).await(Map.of(component, ready));
    }
  }

  private Child known(Component component) {
    return Objects.requireNonNull(running.get(component), component.title() + " never started");
  }

  /** Stops everything; returns when nothing runs any more. */
  @Override
  public void close() {
    disk.close();
    if (backups != null) {
      backups.close();
    }
    children.close();
    try {
      state.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
