package org.shouxin.consent.position;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** What an HR event has to say, whichever way it comes. */
final class HrRules {
  private static final Set<String> ROLES =
      Set.of("client-manager", "supervisor", "compliance-officer", "auditor", "operator");

  private HrRules() {}

  /**
   * The same event.
   *
   * @throws ProblemException REQUEST_INVALID; EVIDENCE_REQUIRED for a joiner without identity
   *     number or without a reference of the external check
   */
  static HrEvent checked(HrEvent event) {
    require(event.employeeNo().matches("[A-Za-z0-9-]{1,20}"), "The employee number is malformed.");
    require(fits(event.successor(), "[A-Za-z0-9-]{1,20}"), "The successor is malformed.");
    require(fits(event.branch(), "[\\p{IsHan}A-Za-z0-9 ().,_-]{1,64}"), "The branch is malformed.");
    require(
        fits(event.identityNumber(), "[A-Za-z0-9 -]{6,40}"), "The identity number is malformed.");
    require(
        fits(event.externalCheck(), "[A-Za-z0-9][A-Za-z0-9._/-]{3,79}"),
        "The reference of the external check is malformed.");
    switch (event.kind()) {
      case JOINER -> {
        require(isRoles(event.roles()), "A joiner needs roles of staff.");
        if (event.identityNumber() == null || event.externalCheck() == null) {
          throw new ProblemException(ProblemCode.EVIDENCE_REQUIRED);
        }
      }
      case MOVER -> require(isRoles(event.roles()), "A mover needs roles of staff.");
      case LEAVER -> require(event.roles() == null, "A leaver has no roles.");
    }
    return event;
  }

  private static boolean isRoles(@Nullable List<String> roles) {
    return roles != null && !roles.isEmpty() && ROLES.containsAll(roles);
  }

  private static boolean fits(@Nullable String value, String pattern) {
    return value == null || value.matches(pattern);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, otherwise);
    }
  }
}
