package org.shouxin.gateway.guard;

import io.vertx.ext.web.MIMEHeader;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two response media types of GraphQL over HTTP, and how a caller chooses. */
enum MediaType {
  /** Tells a refused request by its status code. */
  GRAPHQL_RESPONSE("application/graphql-response+json"),
  /** The older one: 200 for every well-formed request. */
  JSON("application/json");

  private final String label;

  MediaType(String label) {
    this.label = label;
  }

  /** Value of {@code Content-Type}. */
  String header() {
    return label + "; charset=utf-8";
  }

  String label() {
    return label;
  }

  /**
   * The media type for an {@code Accept} header: JSON when it does not say; empty when it allows
   * neither.
   */
  static Optional<MediaType> accepted(List<MIMEHeader> accept) {
    if (accept.isEmpty()) {
      return Optional.of(JSON);
    }
    return accept.stream()
        .filter(range -> range.weight() > 0)
        .sorted(Comparator.comparing(MIMEHeader::weight).reversed())
        .map(MediaType::of)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether a request body is JSON in UTF-8. */
  static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts =
        contentType.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "").split(";");
    if (!parts[0].equals(JSON.label)) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith("charset=") && !parts[i].equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }

  private static Optional<MediaType> of(MIMEHeader range) {
    String type = range.component().toLowerCase(Locale.ROOT);
    String subtype = range.subComponent().toLowerCase(Locale.ROOT);
    if (type.equals("*") || (type.equals("application") && subtype.equals("*"))) {
      return Optional.of(JSON);
    }
    String name = type + "/" + subtype;
    for (MediaType known : values()) {
      if (known.label.equals(name)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
