package org.shouxin.records.transfer.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.PolicyPart;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.TermsCodec;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/** Counts a scope by coarse values, some hundred people in memory at a time; keeps no person. */
@ApplicationScoped
public class Profiles {
  private static final int BATCH = 200;
  private static final int BAND_YEARS = 10;
  private static final int MANY_POLICIES = 3;
  private static final Viewer NOBODY = new Viewer(null, null, false);

  private final Database database;
  private final CustomerFiles files;
  private final TermsCodec terms;
  private final Vault vault;
  private final Clock clock;

  Profiles(Database database, CustomerFiles files, TermsCodec terms, Vault vault, Clock clock) {
    this.database = database;
    this.files = files;
    this.terms = terms;
    this.vault = vault;
    this.clock = clock;
  }

  /** Gives the people of the scope after a person, at most so many, by id. */
  public interface Scope {
    List<CustomerId> after(UUID last, int most);
  }

  List<Blocks.Cell> count(ControllerId controller, Scope scope) {
    Map<Map<Dimension, String>, Integer> counts = new HashMap<>();
    UUID last = new UUID(0, 0);
    for (List<CustomerId> people = scope.after(last, BATCH);
        !people.isEmpty();
        people = scope.after(last, BATCH)) {
      add(controller, people, counts);
      last = people.getLast().value();
    }
    List<Blocks.Cell> cells = new ArrayList<>();
    counts.forEach((values, people) -> cells.add(new Blocks.Cell(values, people)));
    return cells;
  }

  private void add(
      ControllerId controller,
      Collection<CustomerId> people,
      Map<Map<Dimension, String>, Integer> counts) {
    Map<CustomerId, SealedCustomer> sealed =
        database.read(controller, handle -> files.load(handle, controller, NOBODY, people, true));
    Map<CustomerId, DataKey> keys = vault.openKeys(controller, sealed.keySet());
    keys.forEach((id, key) -> {
      SealedCustomer customer = sealed.get(id);
      if (customer != null) {
        counts.merge(profile(customer, key), 1, Integer::sum);
      }
    });
  }

  private Map<Dimension, String> profile(SealedCustomer customer, DataKey key) {
    Map<Dimension, String> profile = new EnumMap<>(Dimension.class);
    customer.open(Fact.GENDER, key).ifPresent(value -> profile.put(Dimension.GENDER, value));
    customer
        .open(Fact.BIRTH_DATE, key)
        .ifPresent(value -> profile.put(Dimension.AGE_BAND, band(LocalDate.parse(value))));
    List<PolicyPart> policies = terms.open(customer, key);
    profile.put(
        Dimension.POLICIES,
        policies.size() < MANY_POLICIES ? "" + policies.size() : MANY_POLICIES + "+");
    @Nullable PolicyPart first = policies.isEmpty() ? null : policies.getFirst();
    if (first != null) {
      profile.put(Dimension.INSURER, first.terms().insurer());
    }
    return profile;
  }

  private String band(LocalDate born) {
    long from = ChronoUnit.YEARS.between(born, BusinessTime.today(clock)) / BAND_YEARS * BAND_YEARS;
    return from + "-" + (from + BAND_YEARS - 1);
  }
}
