package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** What staff search by; a person fits all of the given terms. */
@Input("CustomerTerms")
public record CustomerTerms(
    @Nullable @Description("The whole name.") String name,
    @Nullable
        @Description("Surname and any one further character of a Chinese name, as 王伟 for 王大伟.")
        String nameCharacters,
    @Nullable @Description("The last four characters of the identity number.") String idNumberEnd,
    @Nullable @Description("The last four digits of the mobile number.") String mobileEnd) {

  @Override
  public String toString() {
    return "CustomerTerms[redacted]";
  }
}
