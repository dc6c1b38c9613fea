package org.shouxin.audit.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads canonical JSON (RFC 8785) of objects, arrays, strings, booleans and whole numbers; refuses
 * blanks, unsorted or doubled members, and trailing text.
 */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** Members of the object that {@code text} is. */
  static Map<String, Object> object(String text) {
    Json reader = new Json(text);
    Map<String, Object> object = reader.readObject();
    if (reader.at != text.length()) {
      throw new IllegalArgumentException("text after the object");
    }
    return object;
  }

  /** A member of nested objects, as text; null when there is none. */
  static @Nullable String text(Map<String, Object> object, String... path) {
    @Nullable Object value = object;
    for (String name : path) {
      value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
    }
    return value == null ? null : value.toString();
  }

  private Map<String, Object> readObject() {
    expect('{');
    Map<String, Object> members = new LinkedHashMap<>();
    String last = null;
    while (!accept('}')) {
      if (!members.isEmpty()) {
        expect(',');
      }
      String name = readString();
      if (last != null && last.compareTo(name) >= 0) {
        throw new IllegalArgumentException("members are not sorted");
      }
      last = name;
      expect(':');
      members.put(name, readValue());
    }
    return members;
  }

  private Object readValue() {
    char c = peek();
    if (c == '{') {
      return readObject();
    }
    if (c == '[') {
      return readArray();
    }
    if (c == '"') {
      return readString();
    }
    for (String word : List.of("true", "false")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return Boolean.valueOf(word);
      }
    }
    int start = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Long.valueOf(text.substring(start, at));
  }

  private List<Object> readArray() {
    expect('[');
    List<Object> values = new ArrayList<>();
    while (!accept(']')) {
      if (!values.isEmpty()) {
        expect(',');
      }
      values.add(readValue());
    }
    return values;
  }

  private String readString() {
    expect('"');
    StringBuilder value = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      value.append(c == '\\' ? readEscape() : c);
    }
    return value.toString();
  }

  private char readEscape() {
    char c = next();
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        char code = (char) Integer.parseInt(text.substring(at, at + 4), 16);
        at += 4;
        yield code;
      }
      default -> c;
    };
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("the text ends early");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private boolean accept(char wanted) {
    boolean here = peek() == wanted;
    at += here ? 1 : 0;
    return here;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw new IllegalArgumentException("'" + wanted + "' is missing");
    }
  }
}
