package org.shouxin.launcher.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.keycloak.TokenEndpoint;

/**
 * Tells audit-service which backups were taken and which were deleted: the events {@code
 * backup.taken} and {@code backup.purged} (R-RC-08).
 */
public final class BackupNotice {
  private final Layout layout;

  public BackupNotice(Layout layout) {
    this.layout = layout;
  }

  /** Tells it as the demo's operator; nothing when nothing happened. */
  public void tell(List<CatalogueLine> taken, List<CatalogueLine> purged) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    ArrayNode reports = body.putArray("reports");
    taken.forEach(line -> add(reports, line, "TAKEN"));
    purged.forEach(line -> add(reports, line, "PURGED"));
    if (reports.isEmpty()) {
      return;
    }
    String token = TokenEndpoint.at(layout.url(Component.KEYCLOAK)).accessToken("ops.operator");
    new Http().post(layout.url(Component.AUDIT).resolve("/v1/backup-events"), token, body);
  }

  private static void add(ArrayNode reports, CatalogueLine line, String kind) {
    reports
        .addObject()
        .put("set", line.set())
        .put("backupId", line.id())
        .put("kind", kind)
        .put("sha256", line.sha256());
  }
}
