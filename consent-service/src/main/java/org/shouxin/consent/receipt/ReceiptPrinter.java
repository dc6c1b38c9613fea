package org.shouxin.consent.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.notice.NoticeText;
import org.shouxin.consent.notice.Notices;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.PurposeMapper;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.document.PdfDocuments;

/** Prints receipts with the words of the versions that were decided about. */
@ApplicationScoped
class ReceiptPrinter {
  private static final String PURPOSE_DECIDED_ABOUT =
      "select "
          + Purposes.COLUMNS
          + """
          from purpose p join retention_class r on r.code = p.retention_class
          where p.code = ? and p.terms_version = ?
          order by p.controller_id = '*', p.version desc
          limit 1
          """;

  private final Database database;
  private final Notices notices;
  private final ReceiptJson json;

  ReceiptPrinter(Database database, Notices notices, ReceiptJson json) {
    this.database = database;
    this.notices = notices;
    this.json = json;
  }

  byte[] pdf(ReceiptQueries.Completed completed, Language reader) {
    IssuedReceipt receipt = completed.receipt();
    JsonNode signed = json.read(receipt);
    return PdfDocuments.write(
        database
            .read(
                receipt.controller(),
                handle ->
                    new PrintedReceipt(
                        receipt,
                        signed,
                        completed.answer(),
                        purpose(handle, receipt),
                        told(handle, signed, reader),
                        reader))
            .document());
  }

  private static Purpose purpose(Handle handle, IssuedReceipt receipt) {
    return handle
        .createQuery(PURPOSE_DECIDED_ABOUT)
        .bind(0, receipt.purpose())
        .bind(1, receipt.purposeTerms())
        .map(new PurposeMapper())
        .one();
  }

  private NoticeText told(Handle handle, JsonNode signed, Language reader) {
    String[] path = signed.at("/processing/0/privacy_notice").asText().split("/");
    UUID notice = UUID.fromString(path[path.length - 3]);
    int version = Integer.parseInt(path[path.length - 1]);
    Language decided = Language.of(signed.at("/processing/0/language").asText());
    return notices
        .findContent(handle, notice, version, reader)
        .orElseGet(() -> notices.getContent(handle, notice, version, decided));
  }
}
