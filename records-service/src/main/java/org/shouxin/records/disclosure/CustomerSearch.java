package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.access.DailyLimits;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.CustomerFinder;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.BlindIndexes;

/** Reads by id and by factors; both end in the same {@link Disclosure}. */
@ApplicationScoped
class CustomerSearch {
  private final Database database;
  private final CustomerFiles files;
  private final CustomerFinder finder;
  private final BlindIndexes indexes;
  private final Disclosure disclosure;
  private final DailyLimits limits;
  private final SearchBuckets buckets;

  CustomerSearch(
      Database database,
      CustomerFiles files,
      CustomerFinder finder,
      BlindIndexes indexes,
      Disclosure disclosure,
      DailyLimits limits,
      SearchBuckets buckets) {
    this.database = database;
    this.files = files;
    this.finder = finder;
    this.indexes = indexes;
    this.disclosure = disclosure;
    this.limits = limits;
    this.buckets = buckets;
  }

  /** The permitted ones of the asked customers. */
  CustomersView byIds(Disclosure.Inquiry inquiry, List<CustomerId> ids) {
    List<CustomerId> asked = List.copyOf(new LinkedHashSet<>(ids));
    limits.open(inquiry.actor(), asked);
    Map<CustomerId, SealedCustomer> stored =
        database.lookup(
            inquiry.actor().controller(),
            handle ->
                files.load(
                    handle,
                    inquiry.actor().controller(),
                    Viewer.of(inquiry.actor()),
                    asked,
                    inquiry.fields().contains(ServedField.POLICIES)));
    return disclosure.disclose(inquiry, asked, stored);
  }

  /**
   * At most one customer: the only one whom all factors fit. When none or several do, a random id
   * takes the same way through, so that the answer and its time tell nothing.
   */
  CustomersView byFactors(Disclosure.Inquiry inquiry, SearchRequest.Factors said) {
    Factors factors = Factors.of(said, indexes.of(inquiry.actor().controller()));
    CustomerId nobody = new CustomerId(Ids.random());
    Map<CustomerId, SealedCustomer> candidates =
        database.lookup(
            inquiry.actor().controller(),
            handle -> {
              List<CustomerId> found =
                  finder.find(handle, inquiry.actor().controller(), factors.indexes());
              return files.load(
                  handle,
                  inquiry.actor().controller(),
                  Viewer.of(inquiry.actor()),
                  found.isEmpty() ? List.of(nobody) : found,
                  inquiry.fields().contains(ServedField.POLICIES));
            });
    Map<CustomerId, SealedCustomer> matching = new LinkedHashMap<>(candidates);
    matching.values().removeIf(customer -> !factors.match(customer));
    boolean unique = matching.size() == 1;
    List<CustomerId> asked = unique ? List.copyOf(matching.keySet()) : List.of(nobody);
    limits.open(inquiry.actor(), asked);
    return disclosure.disclose(
        inquiry.by(buckets.of(inquiry.actor(), said)), asked, unique ? matching : Map.of());
  }
}
