package org.shouxin.records.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.PolicyPart;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.TermsCodec;
import org.shouxin.records.quality.PolicyRules;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.IndexKind;
import org.shouxin.records.vault.Vault;

/**
 * Looks over everybody in the policies that a letter means, two hundred people at a time; values
 * are opened and judged here and leave as codes only. What is only stored (PIPL 47) is not judged.
 */
@ApplicationScoped
class ScopeReading {
  private static final int PAGE = 200;
  private static final Viewer EVERYBODY = new Viewer(null, null, true);

  private final Database database;
  private final CustomerFiles files;
  private final TermsCodec terms;
  private final StaffRoster staff;
  private final Vault vault;
  private final BlindIndexes indexes;
  private final Clock clock;

  ScopeReading(
      Database database,
      CustomerFiles files,
      TermsCodec terms,
      StaffRoster staff,
      Vault vault,
      BlindIndexes indexes,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.terms = terms;
    this.staff = staff;
    this.vault = vault;
    this.indexes = indexes;
    this.clock = clock;
  }

  /** One person with defects in one policy of the scope. */
  record Defective(
      UUID policy,
      CustomerId customer,
      List<ItemDefect> defects,
      Letter.@Nullable NamedPolicy as) {}

  /** What a letter means, and what is wrong in it. */
  record Scope(Set<UUID> policies, List<Defective> defective, Map<UUID, String> managers) {

    /** Policies without any defect. */
    int clean() {
      return policies.size() - (int) defective.stream().map(Defective::policy).distinct().count();
    }
  }

  Scope read(ControllerId controller, Letter letter) {
    BlindIndex index = indexes.of(controller);
    Map<UUID, Letter.NamedPolicy> named = named(controller, letter, index);
    @Nullable List<UUID> only = letter.policies().isEmpty() ? null : List.copyOf(named.keySet());
    Inventory inventory = inventory(controller, index);
    Set<UUID> policies = new HashSet<>();
    List<Defective> defective = new ArrayList<>();
    UUID after = new UUID(0, 0);
    while (true) {
      UUID from = after;
      List<CustomerId> page =
          database.read(controller, handle -> ScopeTable.people(handle, only, from, PAGE));
      look(controller, letter, named, inventory, page, policies, defective);
      if (page.size() < PAGE) {
        Map<UUID, String> managers =
            database.read(controller, handle -> ScopeTable.managers(handle, List.copyOf(policies)));
        return new Scope(policies, defective, managers);
      }
      after = page.getLast().value();
    }
  }

  private void look(
      ControllerId controller,
      Letter letter,
      Map<UUID, Letter.NamedPolicy> named,
      Inventory inventory,
      List<CustomerId> page,
      Set<UUID> policies,
      List<Defective> defective) {
    if (page.isEmpty()) {
      return;
    }
    Map<CustomerId, SealedCustomer> people =
        database.read(controller, handle -> files.load(handle, controller, EVERYBODY, page, true));
    Map<CustomerId, DataKey> keys = vault.openKeys(controller, page);
    for (SealedCustomer person : people.values()) {
      DataKey key = keys.get(person.id());
      if (key == null || person.restricted()) {
        continue;
      }
      for (PolicyPart part : terms.open(person, key)) {
        boolean meant =
            named.isEmpty()
                ? letter.means(part.terms().insurer(), part.terms().startOn())
                : named.containsKey(part.policy());
        if (meant && !person.isOnlyStored(part)) {
          policies.add(part.policy());
          List<ItemDefect> found = inventory.look(person, key, part.roles());
          if (!found.isEmpty()) {
            defective.add(
                new Defective(part.policy(), person.id(), found, named.get(part.policy())));
          }
        }
      }
    }
  }

  private Map<UUID, Letter.NamedPolicy> named(
      ControllerId controller, Letter letter, BlindIndex index) {
    Map<ByteBuffer, Letter.NamedPolicy> byIndex = new HashMap<>();
    for (Letter.NamedPolicy policy : letter.policies()) {
      String number = PolicyRules.checkNumber(policy.number()).value();
      for (byte[] each : index.every(IndexKind.POLICY_NUMBER, number)) {
        byIndex.put(ByteBuffer.wrap(each), policy);
      }
    }
    List<byte[]> wanted = byIndex.keySet().stream().map(ByteBuffer::array).toList();
    return database.read(controller, handle -> ScopeTable.byNumber(handle, wanted)).stream()
        .collect(
            Collectors.toMap(
                ScopeTable.Found::id, found -> byIndex.get(ByteBuffer.wrap(found.numberIndex()))));
  }

  private Inventory inventory(ControllerId controller, BlindIndex index) {
    Set<ByteBuffer> ours =
        database.read(controller, handle -> staff.mobileIndexes(handle, controller));
    Set<ByteBuffer> shared =
        database.read(controller, ScopeTable::sharedMobiles).stream()
            .map(ByteBuffer::wrap)
            .collect(Collectors.toSet());
    return new Inventory(
        BusinessTime.today(clock),
        number -> isIn(ours, index, number),
        number -> isIn(shared, index, number));
  }

  private static boolean isIn(Set<ByteBuffer> indexes, BlindIndex index, String number) {
    return index.every(IndexKind.MOBILE, number).stream()
        .map(ByteBuffer::wrap)
        .anyMatch(indexes::contains);
  }
}
