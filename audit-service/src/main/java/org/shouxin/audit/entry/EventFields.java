package org.shouxin.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The allow-list of audit attributes (story.md, event envelope): every field that an event may
 * have, and the shape of its value. What is not listed here never enters the log.
 */
final class EventFields {
  private static final String TOKEN = "[A-Za-z0-9][A-Za-z0-9._:/@-]{0,95}";
  private static final Shape ID = text("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Shape CODE = text(TOKEN);
  private static final Shape HASH = text("[A-Za-z0-9_-]{16,88}");

  private static final Map<String, Shape> ALLOWED =
      Map.ofEntries(
          Map.entry("eventId", required(ID)),
          Map.entry("controllerId", required(text("ctl-[a-z0-9][a-z0-9-]{0,40}"))),
          Map.entry(
              "occurredAt",
              required(text("\\d{4}-\\d\\d-\\d\\dT[0-9:.]{8,18}(Z|[+-]\\d\\d:\\d\\d)"))),
          Map.entry("type", required(text("[a-z_]{1,40}(\\.[a-z_]{1,40}){1,3}"))),
          Map.entry("actor", required(Shape.object())),
          Map.entry("actor.kind", required(text("customer|employee|partner|system|regulator"))),
          Map.entry("actor.id", required(CODE)),
          Map.entry("actor.employeeNo", CODE),
          Map.entry("actor.organization", CODE),
          Map.entry("actor.role", CODE),
          Map.entry("actor.branch", text("[\\p{IsHan}A-Za-z0-9 ().,;:/_-]{1,64}")),
          Map.entry("subjectRef", ID),
          Map.entry("purpose", text("[A-Z][A-Z0-9_-]{0,31}")),
          Map.entry("legalBasis", text("[\\p{IsHan}A-Za-z0-9 ().,;:/_-]{1,128}")),
          Map.entry("resource", Shape.object()),
          Map.entry("resource.type", required(CODE)),
          Map.entry("resource.id", CODE),
          Map.entry("resource.fields", Shape.names()),
          Map.entry("resource.class", CODE),
          Map.entry("decision", Shape.object()),
          Map.entry("decision.id", required(ID)),
          Map.entry("decision.permitted", required(Shape.flag())),
          Map.entry("decision.rule", required(CODE)),
          Map.entry("decision.ruleVersion", CODE),
          Map.entry("decision.reasonCode", CODE),
          Map.entry("consentRecordId", CODE),
          Map.entry("recipientId", CODE),
          Map.entry("noticeVersion", Shape.count()),
          Map.entry("count", Shape.count()),
          Map.entry("beforeHash", HASH),
          Map.entry("afterHash", HASH),
          Map.entry("channel", CODE),
          Map.entry("reason", CODE),
          Map.entry("lookup", Shape.object()),
          Map.entry("lookup.kind", required(text("id|factors|list|terms"))),
          Map.entry("lookup.factors", Shape.names()),
          Map.entry("lookup.surname", text("s[0-9a-f]{2}")),
          Map.entry("lookup.numbers", text("n[0-9a-f]{4}")),
          Map.entry("lookup.own", Shape.flag()),
          Map.entry("concerns", CODE),
          Map.entry("traceId", text("[0-9a-f]{8}(-[0-9a-f]{8}){3}")));

  /** Names of required members by the path of the object that holds them, in their order. */
  private static final Map<String, List<String>> REQUIRED =
      ALLOWED.entrySet().stream()
          .filter(entry -> entry.getValue().required())
          .map(Map.Entry::getKey)
          .sorted()
          .collect(
              Collectors.groupingBy(
                  EventFields::prefixOf,
                  Collectors.mapping(
                      path -> path.substring(prefixOf(path).length()), Collectors.toList())));

  private EventFields() {}

  /** Shapes by path, for those who describe the list to others. */
  static Map<String, Shape> allowed() {
    return ALLOWED;
  }

  /** The first fault of an event's fields, if any; the fault names a listed field or none. */
  static Optional<Refusal> check(JsonNode event) {
    if (!event.isObject()) {
      return Optional.of(Refusal.of(Refusal.Reason.FIELD_MALFORMED));
    }
    Optional<Refusal> fault = checkMembers(event, "");
    return fault.isPresent() ? fault : checkRequired(event, "");
  }

  private static Optional<Refusal> checkMembers(JsonNode object, String prefix) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String path = prefix + member.getKey();
      Shape shape = ALLOWED.get(path);
      if (shape == null) {
        return Optional.of(Refusal.of(Refusal.Reason.FIELD_UNKNOWN));
      }
      if (!shape.fits(member.getValue())) {
        return Optional.of(Refusal.of(Refusal.Reason.FIELD_MALFORMED, path));
      }
      if (shape.kind() == Shape.Kind.OBJECT) {
        Optional<Refusal> inner = checkMembers(member.getValue(), path + ".");
        if (inner.isPresent()) {
          return inner;
        }
        Optional<Refusal> missing = checkRequired(member.getValue(), path + ".");
        if (missing.isPresent()) {
          return missing;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> checkRequired(JsonNode object, String prefix) {
    for (String name : REQUIRED.getOrDefault(prefix, List.of())) {
      if (!object.has(name)) {
        return Optional.of(Refusal.of(Refusal.Reason.FIELD_MISSING, prefix + name));
      }
    }
    return Optional.empty();
  }

  private static String prefixOf(String path) {
    return path.substring(0, path.lastIndexOf('.') + 1);
  }

  private static Shape text(String pattern) {
    return new Shape(Shape.Kind.TEXT, Pattern.compile(pattern), false);
  }

  private static Shape required(Shape shape) {
    return new Shape(shape.kind(), shape.pattern(), true);
  }
}
