package org.shouxin.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * What the value of one audit attribute may look like.
 *
 * @param pattern of texts and names; unused for other kinds
 */
record Shape(Kind kind, Pattern pattern, boolean required) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\[\\]-]{0,95}");
  private static final int MOST_NAMES = 64;
  private static final long LARGEST_COUNT = 9_999_999_999L;

  enum Kind {
    TEXT,
    NAMES,
    FLAG,
    COUNT,
    OBJECT
  }

  static Shape object() {
    return new Shape(Kind.OBJECT, NAME, false);
  }

  static Shape names() {
    return new Shape(Kind.NAMES, NAME, false);
  }

  static Shape flag() {
    return new Shape(Kind.FLAG, NAME, false);
  }

  static Shape count() {
    return new Shape(Kind.COUNT, NAME, false);
  }

  boolean fits(JsonNode value) {
    return switch (kind) {
      case TEXT -> isText(value);
      case FLAG -> value.isBoolean();
      case COUNT ->
          value.isIntegralNumber()
              && value.canConvertToLong()
              && value.longValue() >= 0
              && value.longValue() <= LARGEST_COUNT;
      case OBJECT -> value.isObject();
      case NAMES -> isListOfNames(value);
    };
  }

  private boolean isText(JsonNode value) {
    return value.isTextual() && pattern.matcher(value.textValue()).matches();
  }

  private boolean isListOfNames(JsonNode value) {
    if (!value.isArray() || value.size() > MOST_NAMES) {
      return false;
    }
    for (JsonNode name : value) {
      if (!isText(name)) {
        return false;
      }
    }
    return true;
  }
}
