package org.shouxin.audit.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code VerifyLog BASE [--vkey KEY] [--vkey-ml-dsa KEY] [--witness KEY]... [--state FILE]
 * [--database JDBC-URL --user NAME]}: checks a log from outside. BASE is its address ({@code
 * http://host/tlog}) or a folder with an export. With {@code --database} (password in PGPASSWORD)
 * it also compares everything derived that answers are made from. Exit 0 where all holds, 1 with
 * the first fault named, 2 on wrong use or when the log cannot be read.
 */
public final class VerifyLog {
  private static final String USAGE =
      "usage: verify-log BASE [--vkey KEY] [--vkey-ml-dsa KEY] [--witness KEY]... [--state FILE]"
          + " [--database JDBC-URL --user NAME]\n"
          + "  BASE: http://host/tlog, or a folder that holds an export; the database's password in PGPASSWORD";
  private static final List<String> OPTIONS =
      List.of("--vkey", "--vkey-ml-dsa", "--witness", "--state", "--database", "--user");

  private final PrintStream out;
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<String> bases = new ArrayList<>();

  private VerifyLog(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(run(System.out, args));
  }

  /** Runs the program; returns its exit code. */
  public static int run(PrintStream out, String... args) {
    return new VerifyLog(out).verify(args);
  }

  private int verify(String... args) {
    if (!read(args)) {
      out.println(USAGE);
      return 2;
    }
    try {
      verify(LogSource.of(bases.getFirst()));
      return 0;
    } catch (Fault fault) {
      out.println("FAIL " + fault.getMessage());
      return 1;
    } catch (IOException | SQLException unreadable) {
      out.println("the log cannot be read: " + unreadable.getMessage());
      return 2;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 2;
    }
  }

  private boolean read(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (!args[i].startsWith("--")) {
        bases.add(args[i]);
      } else if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
        return false;
      } else {
        options.computeIfAbsent(args[i], name -> new ArrayList<>()).add(args[++i]);
      }
    }
    return bases.size() == 1;
  }

  private void verify(LogSource source)
      throws IOException, InterruptedException, SQLException, Fault {
    long started = System.nanoTime();
    String given = option("--vkey");
    Key key = Key.parse(given == null ? text(source, "vkey") : given);
    SignedCheckpoint checkpoint =
        SignedCheckpoint.read(text(source, "checkpoint"), key, "the checkpoint");
    requireSecondSignature(source, checkpoint);
    requireWitnesses(checkpoint);
    Optional<SeenBefore> before = seenBefore();
    if (before.isPresent()) {
      before.get().requireNotShrunk(checkpoint.size());
    }
    LogCheck check;
    String database = option("--database");
    if (database == null) {
      check = new LogCheck(new Tiles(source), checkpoint, new History(before, Optional.empty()));
      check.run();
    } else {
      try (DatabaseCheck rows = DatabaseCheck.open(database, option("--user"), key)) {
        check = new LogCheck(new Tiles(source), checkpoint, new History(before, Optional.of(rows)));
        check.run();
        rows.finish(check.rules().sources(), checkpoint);
      }
    }
    remember(checkpoint);
    double seconds = (System.nanoTime() - started) / 1e9;
    out.printf(
        "OK %d entries, %d hash tiles, root %s, %.1f s%n",
        checkpoint.size(),
        check.hashTiles(),
        Base64.getEncoder().encodeToString(checkpoint.root()),
        seconds);
  }

  /** A log that names an ML-DSA-44 key, here or by {@code --vkey-ml-dsa}, signs with it too. */
  private void requireSecondSignature(LogSource source, SignedCheckpoint checkpoint)
      throws IOException, InterruptedException, Fault {
    String given = option("--vkey-ml-dsa");
    Optional<String> named =
        given == null
            ? source.find("vkey-ml-dsa").map(key -> new String(key, StandardCharsets.UTF_8))
            : Optional.of(given);
    if (named.isPresent() && !checkpoint.isSignedBy(Key.parse(named.get()))) {
      throw new Fault("the checkpoint bears no valid ML-DSA-44 signature by the log");
    }
  }

  private void requireWitnesses(SignedCheckpoint checkpoint) throws Fault {
    for (String witness : options.getOrDefault("--witness", List.of())) {
      Key key = Key.parse(witness);
      if (!checkpoint.isSignedBy(key)) {
        throw new Fault("the checkpoint bears no valid cosignature by the witness " + key.name());
      }
    }
  }

  /**
   * Compares each step of the log's growth with the last run and, where asked, with the database.
   */
  private record History(Optional<SeenBefore> before, Optional<DatabaseCheck> rows)
      implements LogCheck.Observer {
    @Override
    public void entry(long index, Map<String, Object> members, Tree tree) throws Fault {
      if (before.isPresent() && tree.size() == before.get().size()) {
        before.get().requireSameRoot(tree.root());
      }
      if (rows.isPresent()) {
        rows.get().entry(index, members, tree);
      }
    }

    @Override
    public void fullTile(int level, long index, List<byte[]> hashes) throws Fault {
      if (rows.isPresent()) {
        rows.get().fullTile(level, index, hashes);
      }
    }
  }

  private Optional<SeenBefore> seenBefore() throws IOException, Fault {
    String file = option("--state");
    return file == null ? Optional.empty() : SeenBefore.read(Path.of(file));
  }

  private void remember(SignedCheckpoint checkpoint) throws IOException {
    String file = option("--state");
    if (file != null) {
      new SeenBefore(checkpoint.origin(), checkpoint.size(), checkpoint.root())
          .write(Path.of(file));
    }
  }

  private static String text(LogSource source, String path)
      throws IOException, InterruptedException, Fault {
    return new String(source.get(path), StandardCharsets.UTF_8);
  }

  private @Nullable String option(String name) {
    List<String> values = options.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getLast();
  }
}
