package org.shouxin.consent.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.consentrecord.ConsentRecord;
import org.shouxin.consent.consentrecord.ReceiptIssuer;
import org.shouxin.consent.notice.Notices;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.Ids;

/** Issues receipts: the document, signed over its canonical form by a published key. */
@ApplicationScoped
class Receipts implements ReceiptIssuer {
  private final Notices notices;
  private final ReceiptKeys keys;
  private final ObjectMapper json;

  Receipts(Notices notices, ReceiptKeys keys, ObjectMapper json) {
    this.notices = notices;
    this.keys = keys;
    this.json = json;
  }

  @Override
  public String issue(
      Handle handle,
      ConsentRecord record,
      Purpose purpose,
      @Nullable Recipient recipient,
      @Nullable String previousHash,
      Instant decidedAt) {
    ReceiptDocument document =
        new ReceiptDocument(
            Ids.next(),
            record,
            purpose,
            recipient,
            notices.getVersion(
                handle, record.noticeId(), record.noticeVersion(), record.language()),
            notices.getContent(
                handle, record.noticeId(), record.noticeVersion(), record.language()),
            previousHash,
            decidedAt);
    return sign(document.toJsonLd(), keys.current());
  }

  private String sign(Map<String, Object> document, SigningKey key) {
    try {
      byte[] payload = CanonicalJson.bytes(json.writeValueAsString(document));
      Map<String, Object> proof = new LinkedHashMap<>();
      proof.put("type", "DetachedJws");
      proof.put("verificationMethod", "/v1/receipts/keys#" + key.kid());
      proof.put("canonicalization", "RFC 8785");
      proof.put("jws", key.signDetached(payload));
      Map<String, Object> signed = new LinkedHashMap<>(document);
      signed.put("proof", proof);
      return json.writeValueAsString(signed);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("receipt cannot be written as JSON", impossible);
    }
  }
}
