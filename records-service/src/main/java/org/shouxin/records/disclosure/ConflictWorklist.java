package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.paging.CursorCodec;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.Assignments;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.Conflict;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.StatementCount;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * Whose sources differ among the people whom an employee looks after, page by page in the order of
 * their ids (R-RC-01). Nothing is kept about it: who is in a conflict is seen from the values
 * themselves, so it is true the moment a file or a choice has changed it. No total is told.
 */
@ApplicationScoped
class ConflictWorklist {
  static final int MOST_A_PAGE = 20;
  private static final int CHUNK = 200;

  /** So many chunks without a full page, then the rest is for the next page. */
  private static final int MOST_ROUNDS = 10;

  private final Database database;
  private final Assignments assignments;
  private final CustomerFiles files;
  private final Vault vault;
  private final ConflictReads reads;
  private final CursorCodec cursors;

  ConflictWorklist(
      Database database,
      Assignments assignments,
      CustomerFiles files,
      Vault vault,
      ConflictReads reads,
      CursorCodec cursors) {
    this.database = database;
    this.assignments = assignments;
    this.files = files;
    this.vault = vault;
    this.reads = reads;
    this.cursors = cursors;
  }

  /**
   * One page of people with everything that is said differently about them, masked.
   *
   * @throws ProblemException {@code PAGE_SIZE_OUT_OF_RANGE}, {@code CURSOR_MALFORMED}, {@code
   *     DAILY_LIMIT}
   */
  ConflictsView.Worklist page(
      Actor actor, String purpose, @Nullable Integer first, @Nullable String cursor) {
    int size = first == null ? MOST_A_PAGE : first;
    if (size < 1 || size > MOST_A_PAGE) {
      throw new ProblemException(ProblemCode.PAGE_SIZE_OUT_OF_RANGE);
    }
    String listing = "conflicts|" + actor.id() + "|" + purpose;
    Scan scan =
        new Scan(actor, cursor == null ? null : CustomerId.parse(cursors.open(listing, cursor)));
    scan.collect(size);
    String end = scan.after == null ? null : cursors.seal(listing, scan.after.toString());
    return new ConflictsView.Worklist(
        disclose(actor, purpose, scan.found), scan.more ? end : null, scan.more);
  }

  private List<ConflictsView.PersonInConflict> disclose(
      Actor actor, String purpose, Map<CustomerId, SealedCustomer> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Masking.Eye eye = reads.eye(actor);
    return reads
        .open(new ConflictReads.Asking(actor, purpose, "list"), List.copyOf(found.keySet()), found)
        .people()
        .values()
        .stream()
        .map(person ->
            new ConflictsView.PersonInConflict(person.customer().id().toString(), person.view(eye)))
        .filter(person -> !person.conflicts().isEmpty())
        .toList();
  }

  private static boolean isInConflict(SealedCustomer customer, DataKey key) {
    return Conflict.of(customer, key).stream()
        .anyMatch(conflict -> ServedField.find(conflict.fact().wire()).isPresent());
  }

  /** Goes through the viewer's people until a page is full. */
  private final class Scan {
    private final ControllerId controller;
    private final Viewer viewer;
    private final Map<CustomerId, SealedCustomer> found = new LinkedHashMap<>();
    private @Nullable CustomerId after;
    private boolean more = true;

    Scan(Actor actor, @Nullable CustomerId after) {
      this.controller = actor.controller();
      this.viewer = Viewer.of(actor);
      this.after = after;
    }

    void collect(int wanted) {
      for (int round = 0; more && found.size() < wanted && round < MOST_ROUNDS; round++) {
        List<CustomerId> people =
            database.read(
                controller,
                handle ->
                    assignments.list(
                        handle, controller, viewer, after == null ? null : after.value(), CHUNK));
        take(people, wanted);
      }
    }

    private void take(List<CustomerId> people, int wanted) {
      Map<CustomerId, SealedCustomer> stored = new LinkedHashMap<>();
      List<CustomerId> candidates =
          database.read(
              controller,
              handle -> {
                List<CustomerId> saidMore = StatementCount.moreThanOne(handle, controller, people);
                stored.putAll(files.load(handle, controller, viewer, saidMore, false));
                return saidMore;
              });
      Map<CustomerId, DataKey> keys = vault.openKeys(controller, candidates);
      for (CustomerId id : candidates) {
        if (found.size() == wanted) {
          return;
        }
        after = id;
        SealedCustomer customer = stored.get(id);
        DataKey key = keys.get(id);
        if (customer != null && key != null && isInConflict(customer, key)) {
          found.put(id, customer);
        }
      }
      more = people.size() == CHUNK;
      if (!people.isEmpty()) {
        after = people.getLast();
      }
    }
  }
}
