package org.shouxin.records.disclosure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.customer.ChineseName;
import org.shouxin.records.customer.SearchTerms;
import org.shouxin.records.quality.Normalisation;
import org.shouxin.records.quality.PersonName;

/** Searches the caller's people by ends of numbers or parts of names; {@code first} 1 to 20. */
record TermSearchRequest(
    @NotNull @Valid Terms terms,
    @Nullable @Size(max = 20) String purpose,
    @NotNull @Size(max = 20) List<@NotNull @Size(max = 40) String> fields,
    @Nullable Integer first,
    @Nullable @Size(max = 512) String after) {

  /** What the searcher knows; in a body, never in a URL. */
  record Terms(
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 10) String nameCharacters,
      @Nullable @Size(max = 10) String idNumberEnd,
      @Nullable @Size(max = 10) String mobileEnd) {
    private static final Pattern ID_NUMBER_END = Pattern.compile("[0-9A-Z]{4}");
    private static final Pattern MOBILE_END = Pattern.compile("[0-9]{4}");

    /**
     * Normalised as intake normalises.
     *
     * @throws ProblemException {@code FACTOR_INVALID} for a term that cannot be read, {@code
     *     FACTORS_TOO_FEW} for none at all
     */
    SearchTerms read() {
      SearchTerms terms =
          new SearchTerms(
              given(name).map(PersonName::normalise).orElse(null),
              given(nameCharacters)
                  .map(PersonName::normalise)
                  .map(typed -> ChineseName.findPair(typed).orElseThrow(Terms::invalid))
                  .orElse(null),
              end(idNumberEnd, ID_NUMBER_END),
              end(mobileEnd, MOBILE_END));
      if (terms.count() == 0) {
        throw new ProblemException(ProblemCode.FACTORS_TOO_FEW);
      }
      return terms;
    }

    private static @Nullable String end(@Nullable String said, Pattern form) {
      return given(said)
          .map(raw -> Normalisation.number(raw).toUpperCase(Locale.ROOT))
          .map(end -> {
            if (!form.matcher(end).matches()) {
              throw invalid();
            }
            return end;
          })
          .orElse(null);
    }

    private static Optional<String> given(@Nullable String said) {
      return Optional.ofNullable(said).filter(text -> !text.isBlank());
    }

    private static ProblemException invalid() {
      return new ProblemException(ProblemCode.FACTOR_INVALID);
    }

    @Override
    public String toString() {
      return "Terms[redacted]";
    }
  }
}
