package org.shouxin.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Access tokens of the shape that Keycloak gives, signed by a key of this JVM. */
public final class TestTokens {
  private static final KeyPair KEYS = generate();

  private final JWTClaimsSet.Builder claims;

  private TestTokens(List<String> roles, String client) {
    claims =
        new JWTClaimsSet.Builder()
            .issuer("https://test.invalid/realms/shouxin")
            .audience("shouxin")
            .subject(UUID.randomUUID().toString())
            .jwtID(UUID.randomUUID().toString())
            .claim("typ", "Bearer")
            .claim("azp", client)
            .claim("realm_access", Map.of("roles", roles))
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
  }

  /** A customer's token. */
  public static String customer(String controller, String customerId) {
    return new TestTokens(List.of("customer"), "gateway")
        .with("controller", controller)
        .with("customer_id", customerId)
        .sign();
  }

  /** A partner's token, for example {@code partner-haiyun}. */
  public static String partner(String controller, String partnerId) {
    return new TestTokens(List.of("partner"), partnerId)
        .with("controller", controller)
        .with("partner_id", partnerId)
        .sign();
  }

  /** An employee's token with one role. */
  public static String employee(String controller, String role, String employeeNo, String branch) {
    return new TestTokens(List.of(role), "shouxin-cli")
        .with("controller", controller)
        .with("employee_no", employeeNo)
        .with("branch", branch)
        .sign();
  }

  /** The token of one of the product's own services. */
  public static String service(String clientId) {
    return new TestTokens(List.of("service"), clientId).sign();
  }

  /** A token to be bent: any roles, any claims. */
  public static TestTokens custom(List<String> roles, String client) {
    return new TestTokens(roles, client);
  }

  public TestTokens with(String claim, Object value) {
    claims.claim(claim, value);
    return this;
  }

  /** Ends the token's life at the given time. */
  public TestTokens expiringAt(Instant when) {
    claims.expirationTime(Date.from(when));
    return this;
  }

  public String sign() {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), claims.build());
    try {
      token.sign(new RSASSASigner(KEYS.getPrivate()));
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
    return token.serialize();
  }

  static String publicKey() {
    return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
