package org.shouxin.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.shouxin.testing.ServiceResource;
import org.shouxin.testing.TestTokens;

/**
 * The one set-up of all tests that start the gateway: no database, stubbed services, signed tokens.
 */
@QuarkusTestResource(ServiceResource.class)
@QuarkusTestResource(Neighbourhood.class)
abstract class GatewayTest {
  static final String PARTNER = TestTokens.partner("ctl-donghai", "partner-haiyun");
  static final String CUSTOMER = TestTokens.customer("ctl-donghai", Neighbourhood.LI_LEI);
  static final String MANAGER =
      TestTokens.employee("ctl-donghai", "client-manager", "1024", "杭州分公司");

  /** A POST-able request as the given caller, in the media type that tells refusals by status. */
  static RequestSpecification as(String token) {
    return RestAssured.given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .accept("application/graphql-response+json");
  }
}
