package org.shouxin.gateway.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Somebody data may be given to, as PIPL 23 has it told to the person (R-CN-05). */
public record Recipient(
    @NonNull @Id String id,
    @NonNull String name,
    @NonNull List<@NonNull String> purposes,
    @NonNull List<@NonNull String> categories,
    @NonNull @Description("ACTIVE, or why nothing may be given today.") String standing,
    @NonNull Words method,
    @NonNull Contact contact,
    @Nullable @Description("For supervision and the recipient itself.") RecipientFile file) {

  /** How the person reaches the recipient. */
  public record Contact(@NonNull String email) {}
}
