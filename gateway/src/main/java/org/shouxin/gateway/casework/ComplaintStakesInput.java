package org.shouxin.gateway.casework;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** What is at stake in a complaint, as said by who read it. */
@Input("ComplaintStakesInput")
public record ComplaintStakesInput(
    @Nullable @Description("Disputed, in whole yuan.") Integer amount,
    @Nullable @Description("Who complain together.") Integer people,
    @Description("Whether media report on it.") boolean media,
    @Description("Whether personal data got out.") boolean dataLeak) {

  CaseworkEndpoint.Stakes asked() {
    return new CaseworkEndpoint.Stakes(amount, people, media, dataLeak);
  }
}
