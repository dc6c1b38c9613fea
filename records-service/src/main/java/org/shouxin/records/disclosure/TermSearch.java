package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.paging.CursorCodec;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.DailyLimits;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.CustomerFinder;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.SearchTerms;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * Staff search their own people by ends of numbers or parts of names. Limited (20 a page, 100 in
 * all), recorded, and without a total: who is not the searcher's does not even take up a place.
 */
@ApplicationScoped
class TermSearch {
  static final int MOST_IN_ALL = 100;
  static final int MOST_A_PAGE = 20;
  private static final int CHUNK = 50;
  private static final int MOST_ROUNDS = 10;

  private final Database database;
  private final CustomerFinder finder;
  private final CustomerFiles files;
  private final Vault vault;
  private final BlindIndexes indexes;
  private final Disclosure disclosure;
  private final DailyLimits limits;
  private final CursorCodec cursors;
  private final AuditOutbox outbox;
  private final Clock clock;

  TermSearch(
      Database database,
      CustomerFinder finder,
      CustomerFiles files,
      Vault vault,
      BlindIndexes indexes,
      Disclosure disclosure,
      DailyLimits limits,
      CursorCodec cursors,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.finder = finder;
    this.files = files;
    this.vault = vault;
    this.indexes = indexes;
    this.disclosure = disclosure;
    this.limits = limits;
    this.cursors = cursors;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * One page of hits.
   *
   * @throws ProblemException {@code FACTORS_TOO_FEW} for a single term over a whole controller:
   *     nobody lists a book by counting endings
   */
  CustomersView.Page page(
      Disclosure.Inquiry inquiry,
      SearchTerms terms,
      @Nullable Integer first,
      @Nullable String cursor) {
    Viewer viewer = Viewer.of(inquiry.actor());
    if (viewer.wholeController() && terms.count() < 2) {
      throw new ProblemException(ProblemCode.FACTORS_TOO_FEW);
    }
    int size = first == null ? MOST_A_PAGE : first;
    if (size < 1 || size > MOST_A_PAGE) {
      throw new ProblemException(ProblemCode.PAGE_SIZE_OUT_OF_RANGE);
    }
    BlindIndex index = indexes.of(inquiry.actor().controller());
    String listing = listing(inquiry, index, terms);
    ListingPosition start =
        cursor == null
            ? ListingPosition.START
            : ListingPosition.parse(cursors.open(listing, cursor));
    int wanted = Math.max(0, Math.min(size, MOST_IN_ALL - start.shown()));
    Hits hits = new Hits(inquiry, viewer, terms, terms.tokens(index), start.after());
    hits.collect(wanted);
    List<CustomerView> views = disclose(inquiry, hits);
    record(inquiry, terms, views.size());
    List<String> sealed = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      sealed.add(cursors.seal(listing, start.text(i + 1, views.get(i).id())));
    }
    boolean more = hits.more && start.shown() + views.size() < MOST_IN_ALL;
    return new CustomersView.Page(views, sealed, more && !views.isEmpty());
  }

  private List<CustomerView> disclose(Disclosure.Inquiry inquiry, Hits hits) {
    List<CustomerId> asked =
        hits.found.isEmpty()
            ? List.of(new CustomerId(Ids.random()))
            : List.copyOf(hits.found.keySet());
    limits.open(inquiry.actor(), asked);
    return disclosure.disclose(inquiry, asked, hits.found).customers();
  }

  /** The cursor is good for this searcher, purpose and terms only. */
  private static String listing(Disclosure.Inquiry inquiry, BlindIndex index, SearchTerms terms) {
    StringBuilder key =
        new StringBuilder("terms|" + inquiry.actor().id() + "|" + inquiry.purpose());
    for (SearchTerms.Token token : terms.tokens(index)) {
      token
          .values()
          .forEach(value -> key.append('|').append(java.util.HexFormat.of().formatHex(value)));
    }
    return key.toString();
  }

  private void record(Disclosure.Inquiry inquiry, SearchTerms terms, int shown) {
    List<String> kinds =
        Stream.of(
                Optional.ofNullable(terms.name()).map(unused -> "name"),
                Optional.ofNullable(terms.namePair()).map(unused -> "name"),
                Optional.ofNullable(terms.idNumberEnd()).map(unused -> "idNumber"),
                Optional.ofNullable(terms.mobileEnd()).map(unused -> "mobile"))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    outbox.recordDurably(
        List.of(
            AuditEvents.of(inquiry.actor(), "customer.searched", clock)
                .purpose(inquiry.purpose())
                .resource("customer", null, kinds)
                .count(shown)
                .build()));
  }

  /** Candidates by blind index whose values in use really fit. */
  private final class Hits {
    private final Disclosure.Inquiry inquiry;
    private final Viewer viewer;
    private final SearchTerms terms;
    private final List<SearchTerms.Token> tokens;
    private final Map<CustomerId, SealedCustomer> found = new LinkedHashMap<>();
    private @Nullable CustomerId after;
    private boolean more = true;

    Hits(
        Disclosure.Inquiry inquiry,
        Viewer viewer,
        SearchTerms terms,
        List<SearchTerms.Token> tokens,
        @Nullable CustomerId after) {
      this.inquiry = inquiry;
      this.viewer = viewer;
      this.terms = terms;
      this.tokens = tokens;
      this.after = after;
    }

    void collect(int wanted) {
      for (int round = 0; more && found.size() < wanted && round < MOST_ROUNDS; round++) {
        Actor actor = inquiry.actor();
        ControllerId controller = actor.controller();
        Map<CustomerId, SealedCustomer> stored = new LinkedHashMap<>();
        List<CustomerId> ids =
            database.read(
                controller,
                handle -> {
                  List<CustomerId> candidates =
                      finder.search(handle, controller, viewer, tokens, after, CHUNK);
                  stored.putAll(
                      files.load(
                          handle,
                          controller,
                          viewer,
                          candidates,
                          inquiry.fields().contains(ServedField.POLICIES)));
                  return candidates;
                });
        more = ids.size() == CHUNK;
        take(ids, stored, vault.openKeys(controller, ids), wanted);
      }
    }

    private void take(
        List<CustomerId> ids,
        Map<CustomerId, SealedCustomer> stored,
        Map<CustomerId, DataKey> keys,
        int wanted) {
      for (CustomerId id : ids) {
        if (found.size() == wanted) {
          more = true;
          return;
        }
        after = id;
        SealedCustomer customer = stored.get(id);
        DataKey key = keys.get(id);
        if (customer != null && key != null && terms.fit(customer, key)) {
          found.put(id, customer);
        }
      }
    }
  }
}
