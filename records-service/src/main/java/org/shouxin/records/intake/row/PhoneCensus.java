package org.shouxin.records.intake.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Who uses which telephone number in a file (DR-03, PHONE_SHARED). Two uses are of one customer
 * when identity number or name agree - names are only compared among users of the same number.
 * Customers are one family when they live at one address or are parties of one policy. A number is
 * shared when at least three customers use it and they are not one family.
 *
 * <p>Memory: one slot of 48 bytes a number with a single user; lists only where a second appears.
 */
final class PhoneCensus {
  private static final int MOST_USES = 64;

  /** 32-bit hashes, 0 for unknown; they are only compared among the few uses of one number. */
  record Use(int identity, int name, int address, int relative) {
    boolean sameCustomer(Use other) {
      return known(identity, other.identity) || known(name, other.name);
    }

    boolean sameHousehold(Use other) {
      return sameCustomer(other)
          || known(address, other.address)
          || known(relative, other.relative)
          || known(relative, other.identity)
          || known(identity, other.relative);
    }

    private static boolean known(int a, int b) {
      return a != 0 && a == b;
    }

    private long first() {
      return (long) identity << 32 | (name & 0xFFFFFFFFL);
    }

    private long second() {
      return (long) address << 32 | (relative & 0xFFFFFFFFL);
    }
  }

  private final int fewest;
  private final LongTable firstHalf = new LongTable();
  private final LongTable secondHalf = new LongTable();
  private final Map<Long, Set<Use>> further = new HashMap<>();
  private final Map<Long, Boolean> judged = new HashMap<>();

  /**
   * @param fewest how many unrelated customers make a number shared
   */
  PhoneCensus(int fewest) {
    this.fewest = fewest;
  }

  /** Notes a use; all uses are noted before the first question. */
  void note(String number, Use use) {
    long key = LongTable.hash(number);
    long first = firstHalf.putIfAbsent(key, use.first());
    long second = secondHalf.putIfAbsent(key, use.second());
    if (first == use.first() && second == use.second()) {
      return;
    }
    Use known = new Use((int) (first >> 32), (int) first, (int) (second >> 32), (int) second);
    Set<Use> uses = further.computeIfAbsent(key, unused -> new HashSet<>(Set.of(known)));
    if (uses.size() < MOST_USES) {
      uses.add(use);
    }
  }

  boolean isShared(String number) {
    long key = LongTable.hash(number);
    Set<Use> uses = further.get(key);
    return uses != null
        && uses.size() >= fewest
        && judged.computeIfAbsent(key, unused -> isShared(uses));
  }

  private boolean isShared(Set<Use> uses) {
    List<Use> list = new ArrayList<>(uses);
    return groups(list, Use::sameCustomer) >= fewest && groups(list, Use::sameHousehold) >= 2;
  }

  /** How many groups remain when everything that belongs together is joined. */
  private static int groups(List<Use> uses, BiPredicate<Use, Use> together) {
    int[] group = new int[uses.size()];
    int count = uses.size();
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      for (int j = 0; j < i; j++) {
        if (group[i] != group[j] && together.test(uses.get(i), uses.get(j))) {
          int from = group[i];
          int to = group[j];
          for (int k = 0; k <= i; k++) {
            group[k] = group[k] == from ? to : group[k];
          }
          count--;
        }
      }
    }
    return count;
  }
}
