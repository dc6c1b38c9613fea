package org.shouxin.consent.position;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Role;

/** Carries out a task at the identity provider by this service's own account. */
@ApplicationScoped
class Accounts {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Set<String> OURS =
      Arrays.stream(Role.values()).map(Role::label).collect(Collectors.toUnmodifiableSet());

  private final IdentityProvider provider;
  private final OidcClient identity;
  private final ObjectMapper json;
  private final TokensHelper own = new TokensHelper();

  Accounts(@RestClient IdentityProvider provider, OidcClient identity, ObjectMapper json) {
    this.provider = provider;
    this.identity = identity;
    this.json = json;
  }

  /**
   * Opens the employee's account, or closes or moves every account of hers; an employee without
   * account has nothing to close or move.
   *
   * @throws AccountFault when it has to be tried again
   */
  void carryOut(AccountTask task) {
    try {
      String bearer = "Bearer " + own.getTokens(identity).await().atMost(PATIENCE).getAccessToken();
      List<ObjectNode> found = find(bearer, task);
      if (found.isEmpty() && task.kind().equals("OPEN")) {
        provider.create(bearer, NewAccount.of(task, json));
        found = find(bearer, task);
        if (found.isEmpty()) {
          throw new AccountFault("ACCOUNT_NOT_FOUND");
        }
      }
      found.forEach(account -> carryOut(bearer, account, task));
    } catch (WebApplicationException refused) {
      throw new AccountFault("PROVIDER_" + refused.getResponse().getStatus(), refused);
    } catch (AccountFault known) {
      throw known;
    } catch (RuntimeException away) {
      throw new AccountFault("PROVIDER_AWAY", away);
    }
  }

  private List<ObjectNode> find(String bearer, AccountTask task) {
    List<ObjectNode> accounts = new ArrayList<>();
    for (JsonNode account :
        provider.find(
            bearer,
            "employee_no:" + task.employeeNo() + " controller:" + task.controllerId().value(),
            false)) {
      if (isOf(account, task)) {
        accounts.add((ObjectNode) account);
      }
    }
    return accounts;
  }

  private void carryOut(String bearer, ObjectNode account, AccountTask task) {
    String id = account.path("id").asText();
    if (task.kind().equals("CLOSE")) {
      provider.change(bearer, id, account.put("enabled", false));
    } else {
      if (task.kind().equals("OPEN")) {
        account.put("enabled", true);
      }
      move(bearer, id, account, task);
    }
    provider.endSessions(bearer, id);
  }

  /** Takes the old roles away before the new ones are given. */
  private void move(String bearer, String id, ObjectNode account, AccountTask task) {
    List<String> wanted = task.roles() == null ? List.of() : task.roles();
    ArrayNode lost = json.createArrayNode();
    for (JsonNode role : provider.roles(bearer, id)) {
      String name = role.path("name").asText();
      if (OURS.contains(name) && !wanted.contains(name)) {
        lost.add(role);
      }
    }
    if (!lost.isEmpty()) {
      provider.revoke(bearer, id, lost);
    }
    branch(account, task.branch());
    provider.change(bearer, id, account);
    ArrayNode gained = json.createArrayNode();
    for (JsonNode role : provider.available(bearer, id)) {
      if (wanted.contains(role.path("name").asText())) {
        gained.add(role);
      }
    }
    if (!gained.isEmpty()) {
      provider.grant(bearer, id, gained);
    }
  }

  private static void branch(ObjectNode account, @Nullable String branch) {
    ArrayNode values = account.withObject("attributes").putArray("branch");
    if (branch != null) {
      values.add(branch);
    }
  }

  private static boolean isOf(JsonNode account, AccountTask task) {
    JsonNode attributes = account.path("attributes");
    return attributes.path("employee_no").path(0).asText().equals(task.employeeNo())
        && attributes.path("controller").path(0).asText().equals(task.controllerId().value());
  }
}
