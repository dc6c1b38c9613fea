package org.shouxin.records.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DR-06: numbers, dates, ages and shares of a policy. */
public final class PolicyRules {
  private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{8,32}");
  private static final Pattern DEATH_BENEFIT = Pattern.compile(".*(寿险|两全|意外|身故).*");
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** Thirds are written 33.3 %. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.1");

  /** Caps of death benefit for minors (Insurance Law 33 with the regulator's notice), yuan. */
  private static final BigDecimal CAP_UNDER_10 = BigDecimal.valueOf(200_000);

  private static final BigDecimal CAP_UNDER_18 = BigDecimal.valueOf(500_000);

  private PolicyRules() {}

  /** All faults of a policy or application number, by the default pattern. */
  public static Verdict checkNumber(@Nullable String raw) {
    String number = Normalisation.text(raw).replace(" ", "").toUpperCase(Locale.ROOT);
    return NUMBER.matcher(number).matches()
        ? Verdict.of(number)
        : Verdict.of(number, DefectCode.POLICY_NUMBER_FORMAT);
  }

  /** Start must not be after end. */
  public static Set<DefectCode> checkPeriod(LocalDate startOn, LocalDate endOn) {
    return startOn.isAfter(endOn) ? EnumSet.of(DefectCode.POLICY_PERIOD) : Set.of();
  }

  /** The stated shares, in per cent, must add up to 100. */
  public static Set<DefectCode> checkShares(Collection<BigDecimal> percentages) {
    BigDecimal sum = percentages.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.subtract(WHOLE).abs().compareTo(ROUNDING) <= 0
        ? Set.of()
        : EnumSet.of(DefectCode.BENEFICIARY_SHARE);
  }

  /** Warnings about ages on the first day of the policy. */
  public static Set<DefectCode> checkAges(
      LocalDate startOn,
      @Nullable LocalDate applicantBirth,
      @Nullable LocalDate insuredBirth,
      String product,
      @Nullable BigDecimal sumInsured) {
    Set<DefectCode> found = EnumSet.noneOf(DefectCode.class);
    if (applicantBirth != null && ChronoUnit.YEARS.between(applicantBirth, startOn) < 18) {
      found.add(DefectCode.APPLICANT_MINOR);
    }
    if (insuredBirth == null) {
      return found;
    }
    if (insuredBirth.isAfter(startOn)) {
      found.add(DefectCode.INSURED_AGE);
      return found;
    }
    long age = ChronoUnit.YEARS.between(insuredBirth, startOn);
    if (age < 18
        && sumInsured != null
        && DEATH_BENEFIT.matcher(product).matches()
        && sumInsured.compareTo(age < 10 ? CAP_UNDER_10 : CAP_UNDER_18) > 0) {
      found.add(DefectCode.DEATH_BENEFIT_CAP);
    }
    return found;
  }
}
