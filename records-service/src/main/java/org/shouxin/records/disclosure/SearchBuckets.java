package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.quality.Normalisation;
import org.shouxin.records.quality.PersonName;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.IndexKind;

/**
 * What a search by factors says to the monitor (R-AU-03): one of 64 buckets for the surname and one
 * of 65,536 for the block of neighbouring numbers, keyed by the controller's index key, the actor
 * and the day. Alike searches of one actor on one day fall together; across actors and days nothing
 * compares (docs/threat-model.md).
 */
@ApplicationScoped
class SearchBuckets {
  /** Neighbours share a number up to its last two digits. */
  private static final int LAST_DIGITS = 2;

  private final BlindIndexes indexes;
  private final Clock clock;

  SearchBuckets(BlindIndexes indexes, Clock clock) {
    this.indexes = indexes;
    this.clock = clock;
  }

  AuditEvent.LookupRef of(Actor actor, SearchRequest.Factors said) {
    BlindIndex index = indexes.of(actor.controller());
    String scope = actor.id() + "|" + BusinessTime.today(clock) + "|";
    List<String> kinds = new ArrayList<>();
    addIf(kinds, "name", said.name());
    addIf(kinds, "idNumber", said.idNumber());
    addIf(kinds, "mobile", said.mobile());
    addIf(kinds, "policyNumber", said.policyNumber());
    return new AuditEvent.LookupRef(
        "factors", kinds, surname(index, scope, said.name()), numbers(index, scope, said), null);
  }

  private static @Nullable String surname(BlindIndex index, String scope, @Nullable String name) {
    String normalised = name == null ? "" : PersonName.normalise(name);
    if (normalised.isBlank()) {
      return null;
    }
    String first = normalised.substring(0, normalised.offsetByCodePoints(0, 1));
    return "s%02x".formatted(index.of(IndexKind.SEARCH_SURNAME, scope + first)[0] & 0x3f);
  }

  private static @Nullable String numbers(
      BlindIndex index, String scope, SearchRequest.Factors said) {
    for (String number :
        new @Nullable String[] {said.policyNumber(), said.mobile(), said.idNumber()}) {
      String plain = number == null ? "" : Normalisation.number(number);
      if (plain.length() > LAST_DIGITS) {
        String block = plain.substring(0, plain.length() - LAST_DIGITS);
        byte[] bucket = index.of(IndexKind.SEARCH_NUMBERS, scope + block);
        return "n%02x%02x".formatted(bucket[0] & 0xff, bucket[1] & 0xff);
      }
    }
    return null;
  }

  private static void addIf(List<String> kinds, String kind, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      kinds.add(kind);
    }
  }
}
