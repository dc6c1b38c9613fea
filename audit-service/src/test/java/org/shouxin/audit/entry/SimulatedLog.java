package org.shouxin.audit.entry;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.testing.simulation.Schedule;

/** The log's database in memory: sessions that end, one lock, commits whose answer may be lost. */
final class SimulatedLog {

  /** A mistake that the simulation has to find. */
  enum Bug {
    NONE,
    /** Entries are stored wherever the writer believes the end to be. */
    APPENDS_WITHOUT_LOOKING_AT_THE_HEAD,
    /** A commit is answered before it is durable. */
    ANSWERS_BEFORE_IT_IS_DURABLE,
    /** The sources' heads are not stored with their entries. */
    FORGETS_THE_SOURCES_HEADS
  }

  private final Schedule schedule;
  private final Bug bug;
  private final List<PreparedEntry> entries = new ArrayList<>();
  private final Map<String, Long> heads = new HashMap<>();
  private final Set<Session> sessions = new HashSet<>();
  private @Nullable Session holder;
  private int durable;

  SimulatedLog(Schedule schedule, Bug bug) {
    this.schedule = schedule;
    this.bug = bug;
  }

  EntryStore open() throws SQLException {
    schedule.step();
    Session session = new Session();
    sessions.add(session);
    return session;
  }

  /** The server ends: with it every session and what was not durable. */
  void crash() {
    schedule.note("crash of the database");
    List.copyOf(sessions).forEach(Session::end);
    while (entries.size() > durable) {
      PreparedEntry lost = entries.removeLast();
      heads.put(lost.source(), lost.position());
    }
  }

  /** The holder's session ends, as after its lease; it learns of it at its next statement. */
  void endLease() {
    if (holder != null) {
      schedule.note("lease ends");
      holder.end();
    }
  }

  /** The lock is lost and the session lives on: what the compare-and-set of the head is for. */
  void loseLock() {
    schedule.note("lock lost");
    holder = null;
  }

  /** What was answered too early becomes durable at last. */
  void flush() {
    durable = entries.size();
  }

  /** Committed entries in the order of the log. */
  List<PreparedEntry> entries() {
    return entries;
  }

  private final class Session implements EntryStore {
    private boolean ended;

    private void statement() throws SQLException {
      schedule.step();
      requireLife();
    }

    private void requireLife() throws SQLException {
      if (ended) {
        throw new SQLException("the session ended", "08006");
      }
    }

    private void end() {
      ended = true;
      sessions.remove(this);
      if (holder == this) {
        holder = null;
      }
    }

    @Override
    public boolean lock() throws SQLException {
      statement();
      if (holder == null) {
        holder = this;
      }
      return holder == this;
    }

    @Override
    public void unlock() throws SQLException {
      statement();
      holder = holder == this ? null : holder;
    }

    @Override
    public long size() throws SQLException {
      statement();
      return entries.size();
    }

    @Override
    public Ends ends() throws SQLException {
      statement();
      return new Ends(entries.size(), entries.size());
    }

    @Override
    public Map<String, Long> sourceHeads() throws SQLException {
      statement();
      return new HashMap<>(heads);
    }

    @Override
    public Map<Long, String> stored(String source, long from, long to) throws SQLException {
      statement();
      Map<Long, String> found = new HashMap<>();
      entries.stream()
          .filter(entry -> entry.source().equals(source))
          .filter(entry -> entry.position() >= from && entry.position() < to)
          .forEach(entry -> found.put(entry.position(), entry.text()));
      return found;
    }

    @Override
    public void openMonth(LocalDate day) throws SQLException {
      statement();
    }

    @Override
    public boolean append(long size, List<PreparedEntry> more, Map<String, Long> moved)
        throws SQLException {
      statement();
      if (bug == Bug.APPENDS_WITHOUT_LOOKING_AT_THE_HEAD) {
        entries.subList((int) Math.min(size, entries.size()), entries.size()).clear();
      } else if (size != entries.size()) {
        return false;
      } else if (bug == Bug.NONE) {
        requireOnce(more);
      }
      entries.addAll(more);
      if (bug != Bug.FORGETS_THE_SOURCES_HEADS) {
        heads.putAll(moved);
      }
      if (bug != Bug.ANSWERS_BEFORE_IT_IS_DURABLE) {
        flush();
      }
      // The commit is made; whether its answer arrives is another matter.
      statement();
      return true;
    }

    private void requireOnce(List<PreparedEntry> more) throws SQLException {
      for (PreparedEntry entry : more) {
        if (entries.stream()
            .anyMatch(
                old -> old.source().equals(entry.source()) && old.position() == entry.position())) {
          throw new SQLException("log_entry_once", "23505");
        }
      }
    }

    @Override
    public void abort() {
      end();
    }

    @Override
    public void close() {
      end();
    }
  }
}
