package org.shouxin.gateway.guard;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a request comes from who holds a key: one fresh, unused proof for this very request. */
@ApplicationScoped
class KeyHolders {
  private static final String HEADER = "DPoP";

  private final UsedProofs used;
  private final InstantSource time;

  /** Proofs are dated by the real time, whatever the services' clock says. */
  @Inject
  KeyHolders(UsedProofs used) {
    this.used = used;
    this.time = Clock.systemUTC();
  }

  /**
   * Looks at the request's proof.
   *
   * @param key the key's thumbprint
   * @param token the access token that the proof has to go with; none for a session
   */
  boolean isProven(HttpServerRequest request, String key, @Nullable String token) {
    List<String> proofs = request.headers().getAll(HEADER);
    if (proofs.size() != 1) {
      return false;
    }
    String address = request.scheme() + "://" + request.authority() + request.path();
    try {
      KeyProof proof = KeyProof.read(proofs.getFirst(), key);
      return (token == null || proof.goesWith(token))
          && proof.isFor(request.method().name(), address, time.instant())
          && used.first(proof, time.instant());
    } catch (KeyProof.Unproven refused) {
      return false;
    }
  }
}
