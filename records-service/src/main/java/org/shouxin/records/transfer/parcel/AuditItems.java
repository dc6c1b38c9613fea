package org.shouxin.records.transfer.parcel;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service's part of packages; called with this service's own token. */
@RegisterRestClient(configKey = "audit-items")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/carried-items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AuditItems {
  /** The classes of items it gives, in their order. */
  List<String> CLASSES = List.of("auditEntry", "retentionClock", "incident");

  /** People a question: their proofs are some megabytes. */
  int PEOPLE = 50;

  @POST
  @Path("/query")
  List<Item> give(Question question);

  @POST
  Taken take(Arriving arriving);

  @POST
  @Path("/check")
  Checked check(Checking checking);

  /** Items of any number of people, some at a time. */
  default List<Item> all(String controller, UUID transfer, List<String> people, boolean arrived) {
    List<Item> items = new ArrayList<>();
    for (int from = 0; from < people.size(); from += PEOPLE) {
      List<String> some = people.subList(from, Math.min(people.size(), from + PEOPLE));
      items.addAll(give(new Question(controller, transfer.toString(), some, arrived)));
    }
    return items;
  }

  /**
   * Whose items.
   *
   * @param arrived those that came with the transfer, not those that are to go with it
   */
  record Question(String controllerId, String transferId, List<String> people, boolean arrived) {}

  /** Items that arrive. */
  record Arriving(String controllerId, String transferId, List<Item> items) {}

  /**
   * Log entries to be checked.
   *
   * @param logKeys of the seller's log
   */
  record Checking(List<String> logKeys, List<Item> items) {}

  /** One that does not hold: its number among those asked about, from 1. */
  record Flawed(int item, String flaw) {}

  /** Those that do not hold. */
  record Checked(List<Flawed> flawed) {}

  /** How many were new. */
  record Taken(int taken) {}
}
