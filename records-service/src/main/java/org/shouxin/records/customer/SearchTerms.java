package org.shouxin.records.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.IndexKind;

/**
 * What staff search people by, normalised (issue 3, search over encrypted data). A person fits when
 * all given terms fit her values in use.
 *
 * @param name the whole name
 * @param namePair surname and one further character, see {@link ChineseName#findPair}
 * @param idNumberEnd last four characters of the identity number
 * @param mobileEnd last four digits of the mobile number
 */
public record SearchTerms(
    @Nullable String name,
    @Nullable String namePair,
    @Nullable String idNumberEnd,
    @Nullable String mobileEnd) {
  static final int END = 4;

  /** How many terms are given. */
  public int count() {
    return (int)
        Stream.of(
                Optional.ofNullable(name),
                Optional.ofNullable(namePair),
                end(idNumberEnd),
                end(mobileEnd))
            .flatMap(Optional::stream)
            .count();
  }

  /** Blind indexes of the terms, the rarest kind first. */
  public List<Token> tokens(BlindIndex index) {
    List<Token> tokens = new ArrayList<>();
    add(tokens, index, IndexKind.MOBILE_END, mobileEnd);
    add(tokens, index, IndexKind.ID_NUMBER_END, idNumberEnd);
    add(tokens, index, IndexKind.NAME, name);
    add(tokens, index, IndexKind.NAME_PAIR, namePair);
    return tokens;
  }

  /** A term as the database knows it, under each suite that may have written it. */
  public record Token(List<byte[]> values) {}

  /** True when the values in use fit; what a person was called before is no hit. */
  public boolean fit(SealedCustomer customer, DataKey key) {
    return fits(customer, key, Fact.NAME, name, value -> value.equals(name))
        && fits(
            customer,
            key,
            Fact.NAME,
            namePair,
            value -> ChineseName.pairs(value).contains(namePair))
        && fits(
            customer, key, Fact.ID_NUMBER, idNumberEnd, value -> value.endsWith("" + idNumberEnd))
        && fits(customer, key, Fact.MOBILE, mobileEnd, value -> value.endsWith("" + mobileEnd));
  }

  private static boolean fits(
      SealedCustomer customer,
      DataKey key,
      Fact fact,
      @Nullable String term,
      Predicate<String> condition) {
    return term == null || customer.open(fact, key).filter(condition).isPresent();
  }

  private static void add(
      List<Token> tokens, BlindIndex index, IndexKind kind, @Nullable String term) {
    if (term != null) {
      tokens.add(new Token(index.every(kind, term)));
    }
  }

  private static Optional<String> end(@Nullable String value) {
    return Optional.ofNullable(value);
  }

  @Override
  public String toString() {
    return "SearchTerms[redacted]";
  }
}
