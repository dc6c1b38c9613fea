package org.shouxin.records.retention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service's retention; called with this service's own token. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface RetentionApi {

  @POST
  @Path("/records")
  void report(Report report);

  @GET
  @Path("/standings")
  List<Standing> standings(@QueryParam("after") long after, @QueryParam("most") int most);

  /** Records of one controller. */
  record Report(String controllerId, List<Kept> records) {}

  /** A record by pseudonym; {@code startsOn} is the planned or past end of a contract. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Kept(
      String subjectRef,
      String recordRef,
      String kind,
      @Nullable LocalDate beganOn,
      @Nullable LocalDate startsOn,
      @Nullable String insurer,
      @Nullable String branch,
      @Nullable String ofRecord) {

    /** A record that is part of no other one. */
    Kept(
        String subjectRef,
        String recordRef,
        String kind,
        @Nullable LocalDate beganOn,
        @Nullable LocalDate startsOn,
        @Nullable String insurer,
        @Nullable String branch) {
      this(subjectRef, recordRef, kind, beganOn, startsOn, insurer, branch, null);
    }
  }

  /** Where a person stands since a change. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Standing(
      long sequence,
      String controllerId,
      String subjectRef,
      boolean restricted,
      List<String> restrictedRecords,
      boolean held) {}
}
