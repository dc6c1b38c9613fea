package org.shouxin.consent.verifier;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * RFC 8785 for what receipts hold: objects, arrays, texts, flags and whole numbers. Names are
 * ordered by UTF-16 code units, which is the order of {@link String}.
 */
final class Canonical {
  private final StringBuilder out = new StringBuilder();

  private Canonical() {}

  static byte[] bytes(JsonNode value) throws Broken {
    Canonical canonical = new Canonical();
    canonical.write(value);
    return canonical.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(JsonNode value) throws Broken {
    switch (value.getNodeType()) {
      case OBJECT -> writeObject(value);
      case ARRAY -> {
        out.append('[');
        String comma = "";
        for (JsonNode element : value) {
          out.append(comma);
          write(element);
          comma = ",";
        }
        out.append(']');
      }
      case STRING -> writeText(value.textValue());
      case BOOLEAN -> out.append(value.booleanValue());
      case NUMBER -> {
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
          throw new Broken(Fault.CONTENT_CHANGED, "receipts hold whole numbers only");
        }
        out.append(value.longValue());
      }
      default -> out.append("null");
    }
  }

  private void writeObject(JsonNode object) throws Broken {
    Map<String, JsonNode> members = new TreeMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    out.append('{');
    String comma = "";
    for (Map.Entry<String, JsonNode> member : members.entrySet()) {
      out.append(comma);
      writeText(member.getKey());
      out.append(':');
      write(member.getValue());
      comma = ",";
    }
    out.append('}');
  }

  /** Jackson escapes what the RFC escapes, with capital hexadecimal digits where it has small. */
  private void writeText(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString("" + c));
        out.append(escaped.startsWith("\\u") ? escaped.toLowerCase(Locale.ROOT) : escaped);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
