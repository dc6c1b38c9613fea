package org.shouxin.records.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.IndexKind;

/** The blind indexes under which a statement's person can be searched. */
final class SearchTokens {
  private SearchTokens() {}

  static List<byte[]> of(BlindIndex index, Map<Fact, String> facts) {
    List<byte[]> tokens = new ArrayList<>();
    String name = facts.get(Fact.NAME);
    if (name != null) {
      tokens.add(index.of(IndexKind.NAME, name));
      ChineseName.pairs(name).forEach(pair -> tokens.add(index.of(IndexKind.NAME_PAIR, pair)));
    }
    addEnd(tokens, index, IndexKind.ID_NUMBER_END, facts.getOrDefault(Fact.ID_NUMBER, ""));
    addEnd(tokens, index, IndexKind.MOBILE_END, facts.getOrDefault(Fact.MOBILE, ""));
    return tokens;
  }

  private static void addEnd(List<byte[]> tokens, BlindIndex index, IndexKind kind, String value) {
    if (value.length() > SearchTerms.END) {
      tokens.add(index.of(kind, value.substring(value.length() - SearchTerms.END)));
    }
  }
}
