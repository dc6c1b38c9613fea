package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.paging.CursorCodec;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.records.access.Assignments;
import org.shouxin.records.access.ListingLimits;
import org.shouxin.records.access.Viewer;

/**
 * The caller's customers, page by page in the order of their ids: a customer herself and the
 * children whose guardian she is; staff whom they look after; partners who consented to them. No
 * total is told.
 */
@ApplicationScoped
class CustomerListing {
  /** Candidates may be refused one by one; after so many pages of refusals the listing ends. */
  private static final int MOST_ROUNDS = 10;

  private final Database database;
  private final Assignments assignments;
  private final ConsentClient consent;
  private final CustomerSearch search;
  private final CursorCodec cursors;
  private final ListingLimits limits;

  CustomerListing(
      Database database,
      Assignments assignments,
      ConsentClient consent,
      CustomerSearch search,
      CursorCodec cursors,
      ListingLimits limits) {
    this.database = database;
    this.assignments = assignments;
    this.consent = consent;
    this.search = search;
    this.cursors = cursors;
    this.limits = limits;
  }

  /** Candidates for one page; whether there are more after them. */
  private record Candidates(List<CustomerId> ids, boolean more) {}

  /**
   * One page.
   *
   * @throws org.shouxin.platform.problem.ProblemException {@code PAGE_SIZE_OUT_OF_RANGE}, {@code
   *     PAGE_DEPTH_LIMIT} as of {@link ListingLimits#rows}
   */
  CustomersView.Page page(Disclosure.Inquiry inquiry, PageSize size, @Nullable String cursor) {
    String listing = "customers|" + inquiry.actor().id() + "|" + inquiry.purpose();
    ListingPosition start =
        cursor == null
            ? ListingPosition.START
            : ListingPosition.parse(cursors.open(listing, cursor));
    int rows = limits.rows(inquiry.actor(), size, start.shown());
    CustomerId after = start.after();
    List<CustomerView> views = new ArrayList<>();
    boolean more = true;
    for (int round = 0; more && views.size() < rows && round < MOST_ROUNDS; round++) {
      Candidates candidates = candidates(inquiry, after, rows - views.size());
      List<CustomerId> asked =
          candidates.ids().isEmpty() ? List.of(new CustomerId(Ids.random())) : candidates.ids();
      views.addAll(search.byIds(inquiry, asked).customers());
      after = asked.getLast();
      more = candidates.more();
    }
    List<String> sealed = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      sealed.add(cursors.seal(listing, start.text(i + 1, views.get(i).id())));
    }
    return new CustomersView.Page(views, sealed, more && !views.isEmpty());
  }

  private Candidates candidates(
      Disclosure.Inquiry inquiry, @Nullable CustomerId after, int wanted) {
    Actor actor = inquiry.actor();
    return switch (actor.kind()) {
      case CUSTOMER -> page(actor.requireCustomer(), consent.wards().stream(), after, wanted);
      case PARTNER -> {
        ConsentApi.Subjects subjects = consent.subjects(inquiry.purpose(), after, wanted);
        yield new Candidates(
            subjects.customerIds().stream().map(CustomerId::parse).toList(),
            subjects.hasNextPage());
      }
      case EMPLOYEE -> assigned(actor, after == null ? null : after.value(), wanted);
      case SYSTEM, REGULATOR -> new Candidates(List.of(), false);
    };
  }

  /** Herself first, then the children whose guardian she is. */
  private static Candidates page(
      CustomerId own, Stream<CustomerId> wards, @Nullable CustomerId after, int wanted) {
    Stream<CustomerId> children =
        wards
            .filter(id -> !id.equals(own))
            .sorted(Comparator.comparing(CustomerId::toString))
            .filter(id ->
                after == null
                    || after.equals(own)
                    || id.toString().compareTo(after.toString()) > 0);
    List<CustomerId> ids =
        Stream.concat(after == null ? Stream.of(own) : Stream.empty(), children).toList();
    return new Candidates(ids.subList(0, Math.min(wanted, ids.size())), ids.size() > wanted);
  }

  private Candidates assigned(Actor actor, @Nullable UUID after, int wanted) {
    List<CustomerId> ids =
        database.read(
            actor.controller(),
            handle ->
                assignments.list(handle, actor.controller(), Viewer.of(actor), after, wanted + 1));
    return new Candidates(ids.subList(0, Math.min(wanted, ids.size())), ids.size() > wanted);
  }
}
