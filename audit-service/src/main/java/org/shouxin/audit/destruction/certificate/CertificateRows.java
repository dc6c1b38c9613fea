package org.shouxin.audit.destruction.certificate;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/** Statements about certificates. */
@Singleton
class CertificateRows {
  private static final String INSERT =
      "insert into destruction_certificate (controller_id, plan_id, body, note, sha256, event_id,"
          + " issued_at) values (?, ?, ?, ?, ?, ?, ?)";

  /** A certificate as issued. */
  public record Issued(
      UUID planId, String body, String note, String sha256, UUID eventId, Instant issuedAt) {}

  void insert(Handle handle, ControllerId controller, Issued issued) {
    handle.execute(
        INSERT,
        controller,
        issued.planId(),
        issued.body(),
        issued.note(),
        issued.sha256(),
        issued.eventId(),
        issued.issuedAt());
  }

  Optional<Issued> find(Handle handle, UUID plan) {
    return handle
        .createQuery(
            "select plan_id, body, note, sha256, event_id, issued_at from destruction_certificate"
                + " where plan_id = ?")
        .bind(0, plan)
        .mapTo(Issued.class)
        .findOne();
  }
}
