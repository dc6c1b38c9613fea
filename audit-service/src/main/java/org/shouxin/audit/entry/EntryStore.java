package org.shouxin.audit.entry;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Where the sequencer keeps the log: one session of a store that any number of replicas share. The
 * session holds the sequencer's lock until it ends. Every method may fail with the session.
 */
interface EntryStore extends AutoCloseable {

  /** Opens sessions. */
  @FunctionalInterface
  interface Sessions {
    EntryStore open() throws SQLException;
  }

  /** Where the log ends by its head and by its entries, which a sound store has equal. */
  record Ends(long head, long entries) {}

  /** Becomes the one sequencer until the session ends; false when another replica is. */
  boolean lock() throws SQLException;

  /** Gives the lock back. */
  void unlock() throws SQLException;

  /** Number of entries; also shows that the session, and so the lock, still lives. */
  long size() throws SQLException;

  /** Both ends as of one moment: another writer may be at work. */
  Ends ends() throws SQLException;

  /** Next position of each source. */
  Map<String, Long> sourceHeads() throws SQLException;

  /** Stored entry texts of a source by position, of {@code from} until before {@code to}. */
  Map<Long, String> stored(String source, long from, long to) throws SQLException;

  /** Makes room for the month of {@code day}, when there is none. */
  void openMonth(LocalDate day) throws SQLException;

  /**
   * Appends entries at {@code size} and moves the sources' heads, all or nothing, durably.
   *
   * @return false, and nothing stored, when the log does not end at {@code size}: another writer
   *     was here
   */
  boolean append(long size, List<PreparedEntry> entries, Map<String, Long> heads)
      throws SQLException;

  /** Ends the session, and with it the lock, whatever state it is in. */
  void abort() throws SQLException;

  @Override
  void close() throws SQLException;
}
