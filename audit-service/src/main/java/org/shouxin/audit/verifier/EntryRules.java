package org.shouxin.audit.verifier;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What every entry must be besides hashed right: canonical JSON without personal numbers, and the
 * next one of its source. A log that was rewritten and signed anew still fails here when an event
 * was left out.
 */
final class EntryRules {
  private static final Pattern PERSONAL =
      Pattern.compile("(?<!\\d)[1-9]\\d{16}[\\dXx](?![\\dA-Za-z])|(?<!\\d)1[3-9]\\d{9}(?!\\d)");
  private static final Pattern ELEVEN_DIGITS = Pattern.compile("\\d{11}");

  private final Map<String, Long> expected = new HashMap<>();

  /** Checks entry {@code index}; returns its members. */
  Map<String, Object> check(long index, byte[] entry) throws Fault {
    String text = new String(entry, StandardCharsets.UTF_8);
    if (ELEVEN_DIGITS.matcher(text).find() && PERSONAL.matcher(text).find()) {
      throw new Fault("entry " + index + " looks as if it held an identity or mobile number");
    }
    Map<String, Object> members = read(index, text);
    String source = Json.text(members, "source");
    String position = Json.text(members, "sourcePosition");
    if (source == null || position == null) {
      throw new Fault("entry " + index + " does not say which event of which source it is");
    }
    long due = expected.getOrDefault(source, 0L);
    if (Long.parseLong(position) != due) {
      throw new Fault(
          "entry %d is event %s of %s, where event %d is due"
              .formatted(index, position, source, due));
    }
    expected.put(source, due + 1);
    return members;
  }

  /** The position due next of each source. */
  Map<String, Long> sources() {
    return expected;
  }

  private static Map<String, Object> read(long index, String text) throws Fault {
    try {
      return Json.object(text);
    } catch (IllegalArgumentException malformed) {
      throw new Fault("entry " + index + " is not canonical JSON: " + malformed.getMessage());
    }
  }
}
