package org.shouxin.gateway.whistle;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A report as its handler gets it: HPKE ciphertexts in base64, context "shouxin whistle". */
public record WhistleReport(
    @NonNull @Id String id,
    @NonNull String filedOn,
    @NonNull String state,
    @NonNull String firstHandler,
    @NonNull String secondHandler,
    @NonNull @Description("Opened by the first handler's key, then by the second's.")
        String identity,
    @NonNull String text,
    @NonNull List<@NonNull String> messages,
    @NonNull List<@NonNull Digest> digests) {

  /** One day of the retaliation watch. */
  public record Digest(@NonNull String day, @NonNull String body) {}
}
