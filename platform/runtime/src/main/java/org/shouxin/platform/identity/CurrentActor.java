package org.shouxin.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The actor of the request at hand. */
@RequestScoped
public class CurrentActor {
  private final SecurityIdentity caller;
  private final JsonWebToken accessToken;
  private @Nullable Actor actor;

  @Inject
  CurrentActor(SecurityIdentity caller, JsonWebToken accessToken) {
    this.caller = caller;
    this.accessToken = accessToken;
  }

  /**
   * The actor, read once a request.
   *
   * @throws org.shouxin.platform.problem.ProblemException as {@link ActorClaims#toActor()} says
   */
  public Actor get() {
    Actor known = actor;
    if (known == null) {
      known = TokenClaims.areOf(caller) ? of(caller) : of(accessToken::getClaim);
      actor = known;
    }
    return known;
  }

  /** Who a caller with an access token is; refusals as of {@link #get()}. */
  public static Actor of(SecurityIdentity caller) {
    return of(TokenClaims.of(caller));
  }

  /** Whom the verified token names, for the event of a refusal: also who can do nothing here. */
  public Actor named() {
    return named(TokenClaims.areOf(caller) ? TokenClaims.of(caller) : accessToken::getClaim);
  }

  static Actor named(Function<String, @Nullable Object> claims) {
    return claims(claims).toNamed();
  }

  private static Actor of(Function<String, @Nullable Object> claims) {
    return claims(claims).toActor();
  }

  private static ActorClaims claims(Function<String, @Nullable Object> claims) {
    return new ActorClaims(
        realmRoles(claims),
        text(claims, "controller"),
        text(claims, "azp"),
        text(claims, "employee_no"),
        text(claims, "branch"),
        text(claims, "partner_id"),
        text(claims, "customer_id"));
  }

  private static List<String> realmRoles(Function<String, @Nullable Object> claims) {
    return switch (claims.apply("realm_access")) {
      case JsonObject access when access.get("roles") instanceof JsonArray roles ->
          roles.getValuesAs(JsonString::getString);
      // As it stands in a token that was refused.
      case Map<?, ?> access when access.get("roles") instanceof List<?> roles ->
          roles.stream().map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }

  private static @Nullable String text(Function<String, @Nullable Object> claims, String name) {
    Object value = claims.apply(name);
    return value == null ? null : value.toString();
  }
}
