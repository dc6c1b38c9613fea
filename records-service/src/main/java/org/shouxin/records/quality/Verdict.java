package org.shouxin.records.quality;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a validator says about one value.
 *
 * @param value the normalised value, also when it is faulty
 * @param defects all faults found, in the order of {@link DefectCode}
 */
public record Verdict(String value, Set<DefectCode> defects) {
  public Verdict {
    defects = defects.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(defects));
  }

  static Verdict of(String value, DefectCode... defects) {
    return new Verdict(value, Set.of(defects));
  }

  static Verdict of(String value, Collection<DefectCode> defects) {
    return new Verdict(value, Set.copyOf(defects));
  }

  /** True when no fault forbids to store the value; warnings may be there. */
  public boolean accepted() {
    return defects.stream().noneMatch(code -> code.severity() == Severity.E);
  }

  @Override
  public String toString() {
    return "Verdict" + defects;
  }
}
