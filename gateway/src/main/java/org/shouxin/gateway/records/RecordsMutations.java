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
import org.shouxin.gateway.guard.FreshSignIn;
import org.shouxin.platform.identity.CurrentActor;

/** Opening masked fields, proposing corrections, and the transfer of a book of business. */
@GraphQLApi
@ApplicationScoped
public class RecordsMutations {
  private final RecordsService records;
  private final CaseTexts texts;
  private final CurrentActor actor;
  private final FreshSignIn signIn;

  @Inject
  RecordsMutations(
      RecordsService records, CaseTexts texts, CurrentActor actor, FreshSignIn signIn) {
    this.records = records;
    this.texts = texts;
    this.actor = actor;
    this.signIn = signIn;
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

  @Mutation("useUnmask")
  @Description("The open value by one's own open grant; each use is recorded.")
  public @NonNull UnmaskGrant useUnmask(@NonNull @Id @Name("grantId") String grantId) {
    return records.ask(service -> service.useUnmask(grantId));
  }

  @Mutation("approveCorrection")
  @Description("Applies another person's proposal after checking its evidence.")
  public @NonNull Correction approveCorrection(
      @NonNull @Id @Name("correctionId") String correctionId) {
    return records.ask(service -> service.approveCorrection(correctionId));
  }

  @Mutation("rejectCorrection")
  @Description("Rejects another person's proposal.")
  public @NonNull Correction rejectCorrection(
      @NonNull @Id @Name("correctionId") String correctionId) {
    return records.ask(service -> service.rejectCorrection(correctionId));
  }

  @Mutation("proposeCorrection")
  @Description("Proposes the right value of a field that is wrong.")
  public @NonNull Correction proposeCorrection(
      @NonNull @Name("input") ProposeCorrectionInput input) {
    if (input.changesWhereSheIsReached()) {
      signIn.requireOfCustomers();
    }
    return records.ask(service -> service.proposeCorrection(input));
  }

  @Mutation("chooseConflictValue")
  @Description(
      "Chooses the value that holds; what identifies a person needs two people who choose the same.")
  public @NonNull ConflictResolution chooseConflictValue(
      @NonNull @Name("input") ChooseConflictInput input) {
    return records.ask(service -> service.chooseConflictValue(input));
  }

  @Mutation("openTransfer")
  @Description("Opens the transfer of a book of business to another broker.")
  public @NonNull Transfer openTransfer(@NonNull @Name("input") OpenTransferInput input) {
    return records.ask(service -> service.openTransfer(input));
  }

  @Mutation("advanceTransfer")
  @Description("Moves a transfer to its next stage, or fails naming every unmet gate.")
  public @NonNull Transfer advanceTransfer(@NonNull @Id @Name("transferId") String transferId) {
    return records.ask(service -> service.advanceTransfer(transferId));
  }

  @Mutation("objectToTransfer")
  @Description(
      "Objects to being transferred to another broker. A reason is not needed; given, it is sealed with"
          + " the person's case texts.")
  public @NonNull TransferObjection objectToTransfer(
      @NonNull @Id @Name("transferId") String transferId, @Name("reason") @Nullable String reason) {
    if (reason != null && !reason.isBlank()) {
      String customer = actor.get().requireCustomer().toString();
      texts.seal(customer, "objection to transfer " + transferId, reason);
    }
    return records.ask(service -> service.objectToTransfer(transferId));
  }
}
