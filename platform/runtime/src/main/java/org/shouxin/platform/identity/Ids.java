package org.shouxin.platform.identity;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * New identifiers. Both kinds avoid a run of eleven decimal digits in their text, since log
 * verifiers scan entries for mobile and identity numbers and must not find a false one.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LONGEST_DIGIT_RUN = 10;

  private static final int COUNTER_BITS = 12;
  private static final AtomicLong LAST = new AtomicLong();

  private Ids() {}

  /**
   * UUIDv7 (RFC 9562): for events, decisions, consent records. Those of one process sort in the
   * order in which they were made, also within a millisecond and when the clock is set back: a
   * counter stands where the version's first random bits may (section 6.2, method 1), and borrows
   * from the next millisecond when it is full.
   */
  public static UUID next() {
    while (true) {
      long now = System.currentTimeMillis() << COUNTER_BITS;
      long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
      long high = ((stamp >>> COUNTER_BITS) << 16) | 0x7000L | (stamp & 0xfffL);
      UUID id = new UUID(high, (RANDOM.nextLong() >>> 2) | Long.MIN_VALUE);
      if (!looksLikeNumber(id)) {
        return id;
      }
    }
  }

  /** UUIDv4: tells nothing, not even when; for customers. */
  public static UUID random() {
    while (true) {
      UUID id = UUID.randomUUID();
      if (!looksLikeNumber(id)) {
        return id;
      }
    }
  }

  /**
   * Reads an identifier from a caller. Only lower case is canonical (RFC 9562): one identifier has
   * one text, so that what is compared as text (holds, retention) cannot be passed by another
   * spelling.
   *
   * @throws ProblemException {@code ID_MALFORMED} when it is not a UUID in its canonical text
   */
  public static UUID parse(String text) {
    if (text.length() == 36) {
      try {
        UUID id = UUID.fromString(text);
        if (id.toString().equals(text)) {
          return id;
        }
      } catch (IllegalArgumentException malformed) {
        throw new ProblemException(ProblemCode.ID_MALFORMED, null, malformed);
      }
    }
    throw new ProblemException(ProblemCode.ID_MALFORMED);
  }

  static boolean looksLikeNumber(UUID id) {
    return looksLikeNumber(id.toString());
  }

  /** True for a text that log verifiers could take for a mobile or identity number. */
  public static boolean looksLikeNumber(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = Character.isDigit(text.charAt(i)) ? run + 1 : 0;
      if (run > LONGEST_DIGIT_RUN) {
        return true;
      }
    }
    return false;
  }
}
