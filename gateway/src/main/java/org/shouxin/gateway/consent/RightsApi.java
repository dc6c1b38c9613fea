package org.shouxin.gateway.consent;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Rights requests and complaints. No service is behind them yet, and they say so: {@code
 * NOT_AVAILABLE}.
 */
@GraphQLApi
@ApplicationScoped
public class RightsApi {

  @Mutation("fileRightsRequest")
  @Description("Files a request under PIPL 44-50. Not offered yet.")
  public @NonNull RightsRequest fileRightsRequest(
      @NonNull @Name("input") FileRightsRequestInput input) {
    throw new ProblemException(ProblemCode.NOT_AVAILABLE);
  }

  @Mutation("fileComplaint")
  @Description("Files a complaint, answered within 72 hours. Not offered yet.")
  public @NonNull Complaint fileComplaint(@NonNull @Name("input") FileComplaintInput input) {
    throw new ProblemException(ProblemCode.NOT_AVAILABLE);
  }
}
