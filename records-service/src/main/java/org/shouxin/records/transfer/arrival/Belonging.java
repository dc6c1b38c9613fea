package org.shouxin.records.transfer.arrival;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.RecordTables;

/**
 * Whom the items of a package concern: its own people and nobody else, since a package that names a
 * customer of ours by id would otherwise write into her file (R-BT-04). Asked of the whole package
 * before anything is written.
 */
final class Belonging {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Set<String> NOBODYS = Set.of("notice");
  private static final String GUARDIANSHIP = "guardianship";

  /** Where an item hangs on another one: the member that names it, and the classes it may be of. */
  private record Hook(String member, List<String> owners) {}

  private static final List<String> CASES = List.of("complaint", "rightsRequest");
  private static final List<String> CONSENTS = List.of("consentRecord");
  private static final Map<String, Hook> HOOKS =
      Map.of(
          "conflictChoice", new Hook("statementId", List.of(RecordTables.STATEMENT)),
          "consentDecision", new Hook("consentRecordId", CONSENTS),
          "receipt", new Hook("consentRecordId", CONSENTS),
          "stopOrder", new Hook("consentRecordId", CONSENTS),
          "complaintStep", new Hook("complaintId", CASES),
          "rightsRequestStep", new Hook("requestId", CASES),
          "dutyClockEvent", new Hook("caseId", CASES),
          "dutyClockOpen", new Hook("caseId", CASES));
  private static final Set<String> WITHOUT_PERSON =
      Set.of("complaintStep", "rightsRequestStep", "dutyClockEvent", "dutyClockOpen");

  /** Guardians of another chunk who were not met since; wards are few. */
  private final Set<String> awaited = new HashSet<>();

  /**
   * Looks over one chunk; what an item hangs on is in its chunk.
   *
   * @throws ProblemException {@code PACKAGE_CHANGED} naming the class of the first item that
   *     concerns nobody of the package
   */
  void look(Chunk chunk) {
    Set<String> here = new HashSet<>();
    Map<String, Set<String>> owners = new HashMap<>();
    for (Item item : chunk.items()) {
      if (item.itemClass().equals(RecordTables.PERSON)) {
        here.add(id(item, "id"));
      } else {
        owners
            .computeIfAbsent(item.itemClass(), _ -> new HashSet<>())
            .add(item.content().path("id").asText());
      }
    }
    awaited.removeAll(here);
    chunk.items().forEach(item -> requireOurs(item, here, owners));
  }

  /** After the last chunk: whether a guardian may stand in a chunk before her ward's. */
  boolean awaitsSomebody() {
    return !awaited.isEmpty();
  }

  /** Looks for awaited guardians among the people of a chunk. */
  void meet(Chunk chunk) {
    chunk.people().forEach(person -> awaited.remove(person.toString()));
  }

  /** A guardian may be of another chunk, but moves as well. */
  void requireGuardians() {
    require(awaited.isEmpty(), GUARDIANSHIP);
  }

  private void requireOurs(Item item, Set<String> here, Map<String, Set<String>> owners) {
    String name = item.itemClass();
    if (NOBODYS.contains(name) || name.equals(RecordTables.PERSON)) {
      return;
    }
    if (name.equals(GUARDIANSHIP)) {
      String guardian = id(item, "guardianId");
      if (!here.contains(guardian)) {
        awaited.add(guardian);
      }
    }
    if (!WITHOUT_PERSON.contains(name)) {
      String person = name.equals(GUARDIANSHIP) ? "childId" : "customerId";
      require(here.contains(id(item, person)), name);
    }
    Hook hook = HOOKS.get(name);
    if (hook != null) {
      String owner = id(item, hook.member());
      require(
          hook.owners().stream()
              .anyMatch(each -> owners.getOrDefault(each, Set.of()).contains(owner)),
          name);
    }
  }

  private static String id(Item item, String member) {
    String text = item.content().path(member).asText();
    require(ID.matcher(text).matches(), item.itemClass());
    return text;
  }

  private static void require(boolean holds, String itemClass) {
    if (!holds) {
      throw new ProblemException(
          ProblemCode.PACKAGE_CHANGED, itemClass + ": an item of nobody in the package");
    }
  }
}
