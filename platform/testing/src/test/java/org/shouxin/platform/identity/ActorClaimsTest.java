package org.shouxin.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

class ActorClaimsTest {
  private static final String CUSTOMER = "5f0c1d2e-aaaa-4bbb-8ccc-ddddeeeeffff";

  @Test
  void aPartnerIsNamedByItsPartnerIdAndActsForOneController() {
    Actor actor = claims(List.of("partner"), "ctl-donghai", null, "partner-haiyun", null).toActor();
    assertThat(actor.kind()).isEqualTo(ActorKind.PARTNER);
    assertThat(actor.id()).isEqualTo("partner-haiyun");
    assertThat(actor.controller()).isEqualTo(new ControllerId("ctl-donghai"));
  }

  @Test
  void rolesOfTwoKindsOfActorsInOneTokenAreRefused() {
    refused(
        claims(List.of("customer", "auditor"), "ctl-donghai", "1", null, CUSTOMER),
        ProblemCode.FORBIDDEN);
  }

  @Test
  void aTokenWithoutAKnownRoleIsRefused() {
    refused(claims(List.of("admin"), "ctl-donghai", "1", null, null), ProblemCode.FORBIDDEN);
  }

  @Test
  void anEmployeeWithoutAControllerIsRefused() {
    refused(claims(List.of("auditor"), null, "1", null, null), ProblemCode.CONTROLLER_UNKNOWN);
  }

  @Test
  void aCustomerAccountWithoutARecordIsRefused() {
    refused(
        claims(List.of("customer"), "ctl-donghai", null, null, null),
        ProblemCode.ACCOUNT_NOT_LINKED);
  }

  @Test
  void aPartnerRoleWithoutAPartnerIdIsRefused() {
    refused(claims(List.of("partner"), "ctl-donghai", null, null, null), ProblemCode.FORBIDDEN);
  }

  private static void refused(ActorClaims claims, ProblemCode code) {
    assertThatThrownBy(claims::toActor)
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static ActorClaims claims(
      List<String> roles,
      @Nullable String controller,
      @Nullable String employeeNo,
      @Nullable String partnerId,
      @Nullable String customerId) {
    return new ActorClaims(roles, controller, "client", employeeNo, null, partnerId, customerId);
  }
}
