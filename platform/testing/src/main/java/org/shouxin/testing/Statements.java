package org.shouxin.testing;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.shouxin.platform.database.Database;

/** Counts the statements that an answer takes, by their text: what two answers cost is compared. */
public final class Statements {
  /**
   * Jobs of the service add statements now and then; the least of several tries is the answer's.
   */
  private static final int TRIES = 4;

  private final Queue<String> run = new ConcurrentLinkedQueue<>();

  private Statements() {}

  /** Listens to these databases from now on. */
  public static Statements of(Database... databases) {
    Statements statements = new Statements();
    for (Database database : databases) {
      jdbi(database).setSqlLogger(statements.new Listener());
    }
    return statements;
  }

  /** How often each statement was run for the answer. */
  public Map<String, Long> of(Runnable answer) {
    List<Map<String, Long>> tries = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      run.clear();
      answer.run();
      tries.add(
          run.stream()
              .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting())));
    }
    Map<String, Long> least = new TreeMap<>(tries.getFirst());
    for (Map<String, Long> one : tries) {
      least.keySet().retainAll(one.keySet());
      least.replaceAll((text, number) -> Math.min(number, Objects.requireNonNull(one.get(text))));
    }
    return least;
  }

  private static Jdbi jdbi(Database database) {
    return (Jdbi) field(database, "jdbi");
  }

  /** What an object keeps in a field that is nobody's business but a test's. */
  public static Object field(Object holder, String name) {
    try {
      Field field = holder.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(holder);
    } catch (ReflectiveOperationException moved) {
      throw new IllegalStateException(moved);
    }
  }

  private final class Listener implements SqlLogger {
    @Override
    public void logBeforeExecution(StatementContext context) {
      run.add(String.valueOf(context.getRenderedSql()));
    }
  }
}
