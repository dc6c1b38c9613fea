package org.shouxin.gateway.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Opening masked fields and proposing corrections. The transfer of a book has no service behind it
 * yet and says so: {@code NOT_AVAILABLE}.
 */
@GraphQLApi
@ApplicationScoped
public class RecordsMutations {
  private final RecordsService records;

  @Inject
  RecordsMutations(RecordsService records) {
    this.records = records;
  }

  @Mutation("requestUnmask")
  @Description(
      "Opens one field of one person for 15 minutes, once approved where approval is needed.")
  public @NonNull UnmaskGrant requestUnmask(@NonNull @Name("input") RequestUnmaskInput input) {
    return records.ask(service -> service.requestUnmask(input));
  }

  @Mutation("approveUnmask")
  @Description("Approves another employee's request to open a field.")
  public @NonNull UnmaskGrant approveUnmask(@NonNull @Id @Name("grantId") String grantId) {
    return records.ask(service -> service.approveUnmask(grantId));
  }

  @Mutation("proposeCorrection")
  @Description("Proposes the right value of a field that is wrong.")
  public @NonNull Correction proposeCorrection(
      @NonNull @Name("input") ProposeCorrectionInput input) {
    return records.ask(service -> service.proposeCorrection(input));
  }

  @Mutation("openTransfer")
  @Description("Opens the transfer of a book of business to another broker. Not offered yet.")
  public @NonNull Transfer openTransfer(@NonNull @Name("input") OpenTransferInput input) {
    throw notOffered();
  }

  @Mutation("advanceTransfer")
  @Description(
      "Moves a transfer to its next stage, or fails naming every unmet gate. Not offered yet.")
  public @NonNull Transfer advanceTransfer(@NonNull @Id @Name("transferId") String transferId) {
    throw notOffered();
  }

  @Mutation("objectToTransfer")
  @Description("Objects to being transferred to another broker. Not offered yet.")
  public @NonNull TransferObjection objectToTransfer(
      @NonNull @Id @Name("transferId") String transferId, @Name("reason") @Nullable String reason) {
    throw notOffered();
  }

  private static ProblemException notOffered() {
    return new ProblemException(ProblemCode.NOT_AVAILABLE);
  }
}
