package org.shouxin.records.customer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.quality.Nationality;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.IndexKind;

/**
 * By what a person is recognised again (R-RC-01), strongest first: the identity document; else
 * name, birth date and mobile together; else the name within one policy. Never the name alone.
 */
final class Recognition {
  /** Documents that carry the same citizen number (DR-04). */
  private static final Set<String> CITIZEN_NUMBER = Set.of("RIC", "HKB");

  private Recognition() {}

  /**
   * What the person is recognised by; null when nothing is said that would do.
   *
   * @param policyContext insurer and number of the policy the person appears in; null outside one
   */
  static @Nullable RecognitionKey key(
      BlindIndex index, PersonFacts person, @Nullable String policyContext) {
    String type = person.idType();
    String number = person.idNumber();
    if (type != null && number != null) {
      return RecognitionKey.of(
          index, IndexKind.ID_NUMBER, documents(type, number, person.nationality()));
    }
    if (person.birthDate() != null && person.mobile() != null) {
      return RecognitionKey.of(
          index,
          IndexKind.PERSON,
          person.name() + '|' + person.birthDate() + '|' + person.mobile());
    }
    return policyContext == null
        ? null
        : RecognitionKey.of(index, IndexKind.PERSON_IN_POLICY, policyContext + '|' + person.name());
  }

  /**
   * What a document is recognised by; a citizen number is one whichever document shows it. A
   * passport's country has one code; before it had, the key was made of the country as the file
   * wrote it, so a passport is looked for under every spelling that is known.
   *
   * @return what is written of someone new, then what may stand there of someone known
   */
  static List<String> documents(String type, String number, @Nullable String nationality) {
    if (CITIZEN_NUMBER.contains(type)) {
      return List.of("citizen|" + number);
    }
    String lifelong = IdentityNumber.lifelong(number);
    if (!type.equals("FPP")) {
      return List.of(type + '|' + lifelong);
    }
    if (nationality == null) {
      return List.of(type + "|null|" + lifelong);
    }
    return Nationality.spellings(nationality).stream()
        .map(country -> type + '|' + country + '|' + lifelong)
        .toList();
  }
}
