package org.shouxin.launcher.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.HttpStatusException;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.keycloak.TokenEndpoint;

/**
 * Another person's approval to touch backups (R-RC-08, D-125); used up before anything is touched.
 */
public interface Approval {
  /** What is about to be done. */
  enum Act {
    RESTORE,
    DELETE
  }

  /**
   * Uses it, once, for exactly this.
   *
   * @param recordsBackup null when none of the records' backups is concerned
   * @param keysBackup null when none of the keys' backups is concerned
   * @throws LauncherException when it was not given, or not for this
   */
  void use(Act act, @Nullable String recordsBackup, @Nullable String keysBackup);

  /**
   * An approval that audit-service keeps, used as the demo's operator, who must have asked for it.
   *
   * @param id of the request
   */
  static Approval of(Layout layout, String id) {
    return (act, recordsBackup, keysBackup) -> {
      ObjectNode about = new ObjectMapper().createObjectNode().put("act", act.name());
      about.put("recordsBackup", recordsBackup).put("keysBackup", keysBackup);
      String token = TokenEndpoint.at(layout.url(Component.KEYCLOAK)).accessToken("ops.operator");
      try {
        new Http()
            .post(
                layout.url(Component.AUDIT).resolve("/v1/backup-accesses/" + id + "/use"),
                token,
                about);
      } catch (HttpStatusException refused) {
        throw new LauncherException(
            "Nothing was touched: the access " + id + " was refused with " + refused.code() + ".",
            refused);
      }
    };
  }
}
