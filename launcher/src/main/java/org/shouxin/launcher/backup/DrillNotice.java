package org.shouxin.launcher.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.keycloak.TokenEndpoint;

/** Tells audit-service what a drill found: the event {@code restore.tested} (R-RC-08). */
public final class DrillNotice {
  private final Layout layout;

  public DrillNotice(Layout layout) {
    this.layout = layout;
  }

  /**
   * Tells it as the demo's operator.
   *
   * @param sha256 of the signed report, hex
   * @return the id under which the drill is kept
   */
  public String tell(DrillReport report, String sha256) {
    String token = TokenEndpoint.at(layout.url(Component.KEYCLOAK)).accessToken("ops.operator");
    return new Http()
        .post(layout.url(Component.AUDIT).resolve("/v1/restore-tests"), token, body(report, sha256))
        .path("id")
        .asText();
  }

  /** What audit-service is told of a drill. */
  static ObjectNode body(DrillReport report, String sha256) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("reportSha256", sha256);
    body.put("recordsBackup", report.recordsBackup());
    body.put("keysBackup", report.keysBackup());
    body.put("startedAt", report.startedAt());
    body.put("endedAt", report.endedAt());
    body.put("passed", report.passed());
    body.put("rpoSeconds", report.rpoSeconds());
    body.put("rtoSeconds", report.rtoSeconds());
    body.put("tablesCompared", report.tablesCompared());
    body.put("rowsCompared", report.rowsCompared());
    body.put("ledgerEntries", report.ledgerEntries());
    body.put("erasedTried", report.erasedTried());
    body.put("erasedReadable", report.erasedReadable());
    if (report.passed()) {
      body.put("recordsBackedUpAt", report.recordsBackedUpAt());
    }
    return body;
  }
}
