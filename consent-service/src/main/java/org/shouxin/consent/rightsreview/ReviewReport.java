package org.shouxin.consent.rightsreview;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.shouxin.consent.receipt.DocumentSigner;

/** The report of a closed review, signed by the key that signs receipts (R-AC-04). */
@ApplicationScoped
class ReviewReport {
  private static final String TYPE = "rights-review+json";

  private final ObjectMapper json;
  private final DocumentSigner signer;

  ReviewReport(ObjectMapper json, DocumentSigner signer) {
    this.json = json;
    this.signer = signer;
  }

  /** The document and its detached JWS. */
  record Signed(String document, String signature) {}

  Signed of(
      RightsReview review, Instant closedAt, List<ReviewItem> items, List<ReviewItem> unanswered) {
    ObjectNode document = json.createObjectNode();
    document.put("review", review.id().toString());
    document.put("openedAt", review.openedAt().toString());
    document.put("closedAt", closedAt.toString());
    document.put("rights", items.size());
    for (String state : List.of("CONFIRMED", "REVOKED", "SUSPENDED")) {
      list(document.putArray(state.toLowerCase(Locale.ROOT)), of(items, state));
    }
    list(document.putArray("unanswered"), unanswered);
    document.put("open", of(items, "OPEN").size());
    String text = document.toString();
    return new Signed(text, signer.sign(text.getBytes(StandardCharsets.UTF_8), TYPE));
  }

  private static List<ReviewItem> of(List<ReviewItem> items, String state) {
    return items.stream().filter(item -> item.state().equals(state)).toList();
  }

  private static void list(ArrayNode into, List<ReviewItem> items) {
    items.forEach(item -> into.add(item.employeeNo() + "/" + item.purpose()));
  }
}
