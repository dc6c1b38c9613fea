package org.shouxin.platform.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The actor of the request at hand. */
@RequestScoped
public class CurrentActor {
  private final JsonWebToken token;
  private @Nullable Actor actor;

  @Inject
  CurrentActor(JsonWebToken token) {
    this.token = token;
  }

  /**
   * The actor, read once a request.
   *
   * @throws org.shouxin.platform.problem.ProblemException as {@link ActorClaims#toActor()} says
   */
  public Actor get() {
    Actor known = actor;
    if (known == null) {
      known = of(token);
      actor = known;
    }
    return known;
  }

  /** Who a verified token speaks for; refusals as of {@link #get()}. */
  public static Actor of(JsonWebToken token) {
    return new ActorClaims(
            realmRoles(token),
            claim(token, "controller"),
            claim(token, "azp"),
            claim(token, "employee_no"),
            claim(token, "branch"),
            claim(token, "partner_id"),
            claim(token, "customer_id"))
        .toActor();
  }

  private static List<String> realmRoles(JsonWebToken token) {
    Object access = token.getClaim("realm_access");
    if (access instanceof JsonObject object && object.get("roles") instanceof JsonArray roles) {
      return roles.getValuesAs(JsonString::getString);
    }
    return List.of();
  }

  private static @Nullable String claim(JsonWebToken token, String name) {
    Object value = token.getClaim(name);
    return value == null ? null : value.toString();
  }
}
