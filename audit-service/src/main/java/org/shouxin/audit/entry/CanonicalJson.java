package org.shouxin.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * RFC 8785 (JCS) text of a JSON value made of objects, arrays, strings, booleans and whole numbers
 * within 2^53; other numbers are refused, since no audit attribute has one.
 */
final class CanonicalJson {
  private static final long LARGEST_EXACT = (1L << 53) - 1;

  private CanonicalJson() {}

  static byte[] write(JsonNode value) {
    StringBuilder text = new StringBuilder(512);
    append(value, text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(JsonNode value, StringBuilder text) {
    switch (value.getNodeType()) {
      case OBJECT -> appendObject(value, text);
      case ARRAY -> {
        text.append('[');
        for (int i = 0; i < value.size(); i++) {
          append(value.get(i), i == 0 ? text : text.append(','));
        }
        text.append(']');
      }
      case STRING -> appendString(value.textValue(), text);
      case BOOLEAN -> text.append(value.booleanValue());
      case NULL -> text.append("null");
      case NUMBER -> {
        if (!value.isIntegralNumber()
            || !value.canConvertToLong()
            || Math.abs(value.longValue()) > LARGEST_EXACT) {
          throw new IllegalArgumentException("only whole numbers within 2^53 are canonical here");
        }
        text.append(value.longValue());
      }
      default -> throw new IllegalArgumentException("not a JSON value");
    }
  }

  private static void appendObject(JsonNode object, StringBuilder text) {
    // String's natural order is by UTF-16 code units, as RFC 8785 section 3.2.3 demands.
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
    text.append('{');
    boolean first = true;
    for (Map.Entry<String, JsonNode> member : sorted.entrySet()) {
      if (!first) {
        text.append(',');
      }
      first = false;
      appendString(member.getKey(), text);
      append(member.getValue(), text.append(':'));
    }
    text.append('}');
  }

  private static void appendString(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
