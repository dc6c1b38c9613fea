package org.shouxin.audit.destruction.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.audit.destruction.PlanFile;
import org.shouxin.audit.proof.OwnProofs;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.document.DocumentWords;
import org.shouxin.platform.document.PdfDocuments;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Shows certificates, and prints them. */
@Singleton
class CertificateReader {
  private final Database database;
  private final PlanFile file;
  private final CertificateRows rows;
  private final OwnProofs proofs;
  private final ObjectMapper json;

  @Inject
  CertificateReader(
      Database database, PlanFile file, CertificateRows rows, OwnProofs proofs, ObjectMapper json) {
    this.database = database;
    this.file = file;
    this.rows = rows;
    this.proofs = proofs;
    this.json = json;
  }

  /**
   * The certificate of a plan.
   *
   * @throws ProblemException {@code DESTRUCTION_NOT_FOUND}; {@code DESTRUCTION_STATE_CONFLICT}
   *     before it is issued
   */
  CertificateView get(Actor reader, UUID plan) {
    CertificateRows.Issued issued = issued(reader, plan);
    return new CertificateView(
        plan,
        issued.body(),
        issued.note(),
        issued.sha256(),
        issued.eventId(),
        issued.issuedAt(),
        proofs.find(reader.controller(), issued.eventId()).orElse(null));
  }

  /** The same for people to read, in zh-CN or en. */
  byte[] print(Actor reader, UUID plan, Locale language) {
    CertificateRows.Issued issued = issued(reader, plan);
    try {
      Certificate certificate = json.readValue(issued.body(), Certificate.class);
      return PdfDocuments.write(
          new CertificateDocument(
                  DocumentWords.in(CertificateDocument.class, "certificate", language))
              .of(certificate, issued.sha256()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored certificate cannot be read", impossible);
    }
  }

  private CertificateRows.Issued issued(Actor reader, UUID plan) {
    return database.read(
        reader.controller(),
        handle -> {
          file.get(handle, plan);
          return rows.find(handle, plan)
              .orElseThrow(() -> new ProblemException(ProblemCode.DESTRUCTION_STATE_CONFLICT));
        });
  }
}
