package org.shouxin.gateway.records;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/**
 * records-service over REST, as contracts/records-service says; only {@link RecordsService} calls
 * it.
 */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
public interface RecordsEndpoint {

  @POST
  @Path("/customers/read")
  Found read(Read request);

  @POST
  @Path("/customers/search")
  Found search(Search request);

  @POST
  @Path("/customers/search-by-terms")
  Page searchByTerms(TermSearch request);

  @POST
  @Path("/customers/copy")
  DataCopy copy(Copying request);

  @POST
  @Path("/customers/list")
  Page list(Listing request);

  @POST
  @Path("/unmask-grants")
  UnmaskGrant requestUnmask(RequestUnmaskInput request);

  @POST
  @Path("/unmask-grants/{id}/approval")
  UnmaskGrant approveUnmask(@PathParam("id") String id);

  @POST
  @Path("/corrections")
  Correction proposeCorrection(ProposeCorrectionInput request);

  @POST
  @Path("/unmask-grants/{id}/value")
  UnmaskGrant useUnmask(@PathParam("id") String id);

  @POST
  @Path("/corrections/{id}/approval")
  Correction approveCorrection(@PathParam("id") String id);

  @POST
  @Path("/corrections/{id}/rejection")
  Correction rejectCorrection(@PathParam("id") String id);

  @POST
  @Path("/conflicts/list")
  Conflicts conflicts(ConflictsOf request);

  @POST
  @Path("/conflicts/worklist")
  InConflict conflictWorklist(Worklist request);

  @POST
  @Path("/conflicts/choice")
  ConflictResolution chooseConflictValue(ChooseConflictInput request);

  @POST
  @Path("/case-texts")
  Sealed seal(Writing request);

  @POST
  @Path("/case-texts/intake")
  Sealed sealIntake(Writing request);

  @POST
  @Path("/transfers")
  Transfer openTransfer(OpenTransferInput request);

  @POST
  @Path("/transfers/{id}/advance")
  Transfer advanceTransfer(@PathParam("id") String id);

  @POST
  @Path("/transfers/{id}/objection")
  TransferObjection objectToTransfer(@PathParam("id") String id);

  /** A text of a customer's case, to be sealed under her own key. */
  record Writing(String customerId, @Nullable String subject, String body) {

    @Override
    public String toString() {
      return "Writing[redacted]";
    }
  }

  /** Id of a sealed text. */
  record Sealed(String id) {}

  /** One to fifty people by id. */
  record Read(List<String> ids, String purpose, List<String> fields) {}

  /** At most one person by two or more factors. */
  record Search(CustomerFactors factors, String purpose, List<String> fields) {}

  /** A copy of one person's data: {@code FILE} or {@code DOCUMENT}. */
  record Copying(String customerId, String form, String language) {}

  /** A page of the caller's people whom all terms fit. */
  record TermSearch(
      CustomerTerms terms,
      String purpose,
      List<String> fields,
      int first,
      @Nullable String after) {}

  /** A page of the people whom the caller may list. */
  record Listing(String purpose, List<String> fields, int first, @Nullable String after) {}

  /** Whose conflicts. */
  record ConflictsOf(String customerId, String purpose) {}

  /** A page of the caller's people in a conflict. */
  record Worklist(String purpose, int first, @Nullable String after) {}

  /** The page; {@code endCursor} is null when there is no next one. */
  record InConflict(
      List<CustomerConflicts> people, @Nullable String endCursor, boolean hasNextPage) {}

  /** Open conflicts of one person. */
  record Conflicts(List<Conflict> conflicts) {}

  /** The people who may be shown; unknown and refused ones are absent alike. */
  record Found(List<Customer> customers) {}

  /** {@code cursors} has one for each customer, in order. */
  record Page(List<Customer> customers, List<String> cursors, boolean hasNextPage) {}
}
