package org.shouxin.consent.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Rows of receipts. */
@ApplicationScoped
class ReceiptRows {

  void insert(Handle handle, IssuedReceipt receipt) {
    handle
        .createUpdate(
            """
            insert into receipt (controller_id, id, consent_record_id, sequence, customer_id, purpose,
              purpose_terms, recipient_id, state, issued_at, event_id, document)
            values (:controller, :id, :record, :sequence, :customer, :purpose, :terms, :recipient, :state,
              :issuedAt, :event, :document)
            """)
        .bind("controller", receipt.controller())
        .bind("id", receipt.id())
        .bind("record", receipt.consentRecordId())
        .bind("sequence", receipt.sequence())
        .bind("customer", receipt.customer())
        .bind("purpose", receipt.purpose())
        .bind("terms", receipt.purposeTerms())
        .bind("recipient", receipt.recipientId())
        .bind("state", receipt.state())
        .bind("issuedAt", receipt.issuedAt().atOffset(ZoneOffset.UTC))
        .bindByType("event", receipt.eventId(), UUID.class)
        .bind("document", receipt.document())
        .execute();
  }

  Optional<IssuedReceipt> find(Handle handle, UUID id) {
    return handle
        .createQuery("select * from receipt where id = ?")
        .bind(0, id)
        .map(ReceiptRows::read)
        .findOne();
  }

  /** A person's receipts, newest first, older than one of them. */
  List<IssuedReceipt> listOf(Handle handle, CustomerId customer, UUID before, int limit) {
    return handle
        .createQuery(
            "select * from receipt where customer_id = ? and id < ? order by id desc limit ?")
        .bind(0, customer)
        .bind(1, before)
        .bind(2, limit)
        .map(ReceiptRows::read)
        .list();
  }

  /** Keeps the log's proof; the first one stays. */
  void keepProof(Handle handle, UUID id, LogProof proof) {
    handle
        .createUpdate(
            "update receipt set log_entry = ?, log_proof = ? where id = ? and log_proof is null")
        .bind(0, proof.entry())
        .bind(1, proof.tlogProof())
        .bind(2, id)
        .execute();
  }

  private static IssuedReceipt read(ResultSet row, StatementContext context) throws SQLException {
    String entry = row.getString("log_entry");
    String proof = row.getString("log_proof");
    return new IssuedReceipt(
        row.getObject("id", UUID.class),
        new ControllerId(row.getString("controller_id")),
        row.getObject("consent_record_id", UUID.class),
        row.getInt("sequence"),
        new CustomerId(row.getObject("customer_id", UUID.class)),
        row.getString("purpose"),
        row.getInt("purpose_terms"),
        row.getString("recipient_id"),
        row.getString("state"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getObject("event_id", UUID.class),
        row.getString("document"),
        entry == null || proof == null ? null : new LogProof(entry, proof));
  }
}
