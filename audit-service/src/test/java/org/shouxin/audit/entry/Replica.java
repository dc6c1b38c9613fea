package org.shouxin.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.LogState;
import org.shouxin.audit.checkpoint.Publisher;
import org.shouxin.audit.checkpoint.ReplicaLog;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemException;

/**
 * One replica of the log as a process of its own: {@code Replica URL USER PASSWORD SOURCE KEYS
 * OWN}. It sequences and signs, or follows, as the service does; it reports events to itself
 * without end, and says each position that was acknowledged ({@code ACK source position}) and each
 * checkpoint it shows ({@code SHOWN size root}).
 */
public final class Replica {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 3;
  private static final UUID CUSTOMER = UUID.fromString("5b0f7a52-0d6e-4c9b-9a53-6f1f2a4b8c11");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final LogState state = new LogState();
  private final String source;
  private final Sequencer sequencer;
  private final Publisher publisher;
  private final EntryFactory entries =
      new EntryFactory(
          Clock.systemUTC(),
          new IntakeAlarms(new SimpleMeterRegistry()),
          Duration.ofDays(1),
          Duration.ofMinutes(5));

  private Replica(String[] args) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(args[0]);
    database.setUser(args[1]);
    database.setPassword(args[2]);
    this.source = args[3];
    this.sequencer = new Sequencer(database, state, Clock.systemUTC(), new SimpleMeterRegistry());
    this.publisher = ReplicaLog.start(state, database, Path.of(args[4]), Path.of(args[5]));
  }

  public static void main(String[] args) {
    Replica replica = new Replica(args);
    Thread.ofPlatform().start(replica::show);
    replica.sequencer.start(new StartupEvent());
    replica.report();
  }

  private void report() {
    for (long position = 0; ; position += AT_ONCE) {
      List<PreparedEntry> events = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        JsonNode event = JSON.valueToTree(Reporter.recordRead("1024", CUSTOMER));
        events.add(entries.prepare(source, position + i, event));
      }
      while (!isStored(position, events)) {
        pause(20);
      }
      for (int i = 0; i < AT_ONCE; i++) {
        out.println("ACK " + source + " " + (position + i));
      }
    }
  }

  private boolean isStored(long position, List<PreparedEntry> events) {
    try {
      return sequencer.append(new Submission(source, position, events)) >= position + AT_ONCE;
    } catch (ProblemException notNow) {
      return false;
    }
  }

  private void show() {
    String last = "";
    while (true) {
      String now =
          publisher.current().map(shown -> shown.checkpoint()).map(Replica::line).orElse("");
      if (!now.equals(last)) {
        out.println(now);
        last = now;
      }
      String halted = state.haltedBecause();
      if (halted != null) {
        out.println("HALTED " + halted);
        return;
      }
      pause(2);
    }
  }

  private static String line(Checkpoint checkpoint) {
    return "SHOWN " + checkpoint.size() + " " + checkpoint.root();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** A name no other start of a replica has. */
  static String freshSource() {
    return "records-service." + Ids.random().toString().substring(0, 8);
  }
}
