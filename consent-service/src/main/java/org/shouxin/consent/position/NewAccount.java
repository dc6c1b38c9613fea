package org.shouxin.consent.position;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The account of a joiner (R-AC-03): without a password, which the identity provider's staff hand
 * over in person, and useless until she has chosen her own and enrolled a second factor.
 */
final class NewAccount {
  private NewAccount() {}

  /** As Keycloak takes it; its name is controller and employee number. */
  static JsonNode of(AccountTask task, ObjectMapper json) {
    String controller = task.controllerId().value();
    ObjectNode account =
        json.createObjectNode()
            .put("username", username(controller, task.employeeNo()))
            .put("enabled", true);
    ObjectNode attributes = account.putObject("attributes");
    attributes.putArray("controller").add(controller);
    attributes.putArray("employee_no").add(task.employeeNo());
    account.putArray("requiredActions").add("UPDATE_PASSWORD").add("CONFIGURE_TOTP");
    return account;
  }

  private static String username(String controller, String employeeNo) {
    return controller.replaceFirst("^ctl-", "")
        + "."
        + employeeNo.toLowerCase(java.util.Locale.ROOT);
  }
}
