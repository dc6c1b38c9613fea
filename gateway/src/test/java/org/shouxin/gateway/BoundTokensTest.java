package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

/** A token that names its partner's key is worth nothing without a proof by it (issue 7.2). */
@QuarkusTest
class BoundTokensTest extends GatewayTest {
  private static final String READ =
      "{\"query\":\"{ customer(id: \\\""
          + Neighbourhood.LI_LEI
          + "\\\", purpose: \\\"P-12\\\") { name } }\"}";

  private static ECKey key;
  private static ECKey other;
  private static String token;

  @BeforeAll
  static void aPartnerThatIsRegisteredAsBound() throws JOSEException {
    Neighbourhood.reset();
    key = new ECKeyGenerator(Curve.P_256).generate();
    other = new ECKeyGenerator(Curve.P_256).generate();
    token =
        TestTokens.custom(List.of("partner"), "partner-haiyun")
            .with("controller", "ctl-donghai")
            .with("partner_id", "partner-haiyun")
            .with("cnf", Map.of("jkt", key.computeThumbprint().toString()))
            .sign();
  }

  @Test
  void withAProofByItsKeyTheTokenIsGood() throws Exception {
    assertThat(asked("DPoP " + token, proof(key, "POST", Instant.now(), token)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void withoutItsKeyAStolenTokenIsRefusedLikeNoToken() throws Exception {
    Response nothing =
        RestAssured.given().contentType("application/json").body(READ).post("/graphql");
    assertThat(nothing.statusCode()).isEqualTo(401);
    Instant now = Instant.now();
    for (Response refused :
        List.of(
            asked("Bearer " + token),
            asked("DPoP " + token),
            asked("Bearer " + token, proof(key, "POST", now, token)),
            asked("DPoP " + token, proof(other, "POST", now, token)),
            asked("DPoP " + token, proof(key, "GET", now, token)),
            asked("DPoP " + token, proof(key, "POST", now, PARTNER)),
            asked("DPoP " + token, proof(key, "POST", now.minus(Duration.ofMinutes(5)), token)),
            asked("DPoP " + token, bent(proof(key, "POST", now, token))),
            asked(
                "DPoP " + token, proof(key, "POST", now, token), proof(key, "POST", now, token)))) {
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body().asString()).isEqualTo(nothing.body().asString());
    }
  }

  @Test
  void aProofCountsOnce() throws Exception {
    String proof = proof(key, "POST", Instant.now(), token);
    assertThat(asked("DPoP " + token, proof).statusCode()).isEqualTo(200);
    assertThat(asked("DPoP " + token, proof).statusCode()).isEqualTo(401);
  }

  @Test
  void anUnboundTokenIsABearersAndNoOther() throws Exception {
    assertThat(asked("Bearer " + PARTNER).statusCode()).isEqualTo(200);
    assertThat(asked("DPoP " + PARTNER, proof(key, "POST", Instant.now(), PARTNER)).statusCode())
        .isEqualTo(401);
  }

  private static Response asked(String authorization, String... proofs) {
    var request =
        RestAssured.given()
            .contentType("application/json")
            .header("Authorization", authorization)
            .body(READ);
    for (String proof : proofs) {
      request.header("DPoP", proof);
    }
    return request.post("/graphql");
  }

  private static String proof(ECKey by, String method, Instant at, String accessToken)
      throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
    SignedJWT proof =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(by.toPublicJWK())
                .build(),
            new JWTClaimsSet.Builder()
                .jwtID(Ids.random().toString())
                .claim("htm", method)
                .claim("htu", RestAssured.baseURI + ":" + RestAssured.port + "/graphql")
                .issueTime(Date.from(at))
                .claim("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .build());
    proof.sign(new ECDSASigner(by));
    return proof.serialize();
  }

  /** With another claim under the same signature. */
  private static String bent(String proof) {
    String[] parts = proof.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                claims.replace("\"jti\":\"", "\"jti\":\"x").getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }
}
