package org.shouxin.gateway.guard;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.inject.Singleton;

/**
 * Keycloak asks for the password again, although it knows the browser, when the portal says that a
 * sign-in has to be new. Only this reaches it: nobody sets {@code prompt} from outside.
 */
@Singleton
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInAnew implements OidcRedirectFilter {
  private static final String ANEW = "anew";

  @Override
  public void filter(OidcRedirectContext redirect) {
    if (redirect.routingContext().request().getParam(ANEW) != null) {
      redirect.additionalQueryParams().set("prompt", "login");
    }
  }
}
