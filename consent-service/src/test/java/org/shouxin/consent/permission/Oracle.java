package org.shouxin.consent.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.Broker;

/**
 * A second opinion on permission that shares no code with the rules: it reads its own table, thinks
 * in words, and collects every objection instead of stopping at the first.
 */
final class Oracle {
  private static final Set<String> IDENTITY =
      Set.of("name", "idType", "idNumber", "gender", "birthDate");
  private static final Set<String> CONTACT = Set.of("mobile", "email", "address");
  private static final List<String> ALL =
      List.of(
          "name",
          "idType",
          "idNumber",
          "gender",
          "birthDate",
          "mobile",
          "email",
          "address",
          "policies");

  private static final Set<String> STAFF =
      Set.of("client-manager", "supervisor", "compliance-officer", "auditor", "operator");
  private static final Set<String> IN_OWN_CARE = Set.of("client-manager", "supervisor");

  private final Map<String, Row> table = new LinkedHashMap<>();

  /** A line of the oracle's table. */
  private record Row(String shown, Set<String> roles, boolean whenRestricted, List<String> fields) {
    static Row of(String[] cells) {
      return new Row(
          cells[1],
          Set.of(cells[2].split(" ")),
          !cells[3].equals("no"),
          cells[4].equals("all") ? ALL : List.of(cells[4].split(" ")));
    }
  }

  Oracle() {
    for (String line : Broker.resource("/permission/oracle.txt").split("\n")) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] cells = line.trim().split("\\s*\\|\\s*");
        table.put(cells[0], Row.of(cells));
      }
    }
  }

  Set<String> purposes() {
    return table.keySet();
  }

  /** One row of the truth table, in words. */
  record Case(
      String role,
      String purpose,
      boolean herself,
      boolean child,
      boolean guardian,
      String consent,
      Set<String> consentedTo,
      String recipient,
      boolean purposeInAgreement,
      Set<String> fieldsInAgreement,
      boolean minor,
      boolean restricted,
      boolean held,
      boolean assigned,
      boolean contract,
      boolean approved) {}

  /** The fields that may be given; empty list for none of them, null for a refusal. */
  @Nullable Set<String> allowedFields(Case c) {
    Row row = Objects.requireNonNull(table.get(c.purpose()));
    Set<String> fields = new LinkedHashSet<>(row.fields());
    List<String> objections = new ArrayList<>();
    boolean staff = STAFF.contains(c.role());
    if (!row.roles().contains(c.role())) {
      objections.add("role");
    }
    if (c.role().equals("customer")) {
      return (c.herself() || c.guardian()) && objections.isEmpty() ? fields : null;
    }
    if (c.restricted() && !row.whenRestricted()) {
      objections.add("restricted");
    }
    // Held data that are restricted as well are no more open, and held alone they are no less: what
    // a
    // court or authority needs runs under its own purposes.
    if (c.held() && c.restricted() && !row.whenRestricted()) {
      objections.add("held and only stored");
    }
    if (c.minor() && (staff && !c.approved() || c.role().equals("partner"))) {
      objections.add("minor");
    }
    if (IN_OWN_CARE.contains(c.role()) && !c.assigned() && !c.approved()) {
      objections.add("not assigned");
    }
    boolean partner = c.role().equals("partner");
    if (partner) {
      if (!c.recipient().equals("good")) {
        objections.add("recipient");
      }
      if (!c.purposeInAgreement()) {
        objections.add("agreement");
      }
      fields.retainAll(c.fieldsInAgreement());
    }
    if (partner || row.shown().equals("consent")) {
      if (!c.consent().equals("given") && !c.consent().equals("renewed")) {
        objections.add("consent");
      }
      if (c.child() && !c.guardian()) {
        objections.add("a child's own consent");
      }
      fields.removeIf(field -> !c.consentedTo().contains(categoryOf(field)));
    } else if (row.shown().equals("contract") && !c.contract()) {
      objections.add("contract");
    } else if (row.shown().equals("request") && !c.contract() && !c.assigned()) {
      objections.add("request");
    }
    return objections.isEmpty() ? fields : null;
  }

  private static String categoryOf(String field) {
    return IDENTITY.contains(field) ? "IDENTITY" : CONTACT.contains(field) ? "CONTACT" : "POLICY";
  }
}
