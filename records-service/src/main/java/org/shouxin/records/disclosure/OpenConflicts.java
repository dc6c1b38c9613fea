package org.shouxin.records.disclosure;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouxin.records.customer.Conflict;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;

/** What sources say differently about one person, in the fields that a decision permits. */
record OpenConflicts(SealedCustomer customer, DataKey key, Set<ServedField> permitted) {

  /** Fields in which people can be said to differ: all but policies. */
  static Set<ServedField> fields() {
    Set<ServedField> fields = EnumSet.allOf(ServedField.class);
    fields.remove(ServedField.POLICIES);
    return fields;
  }

  /** Those of them that an answer permits. */
  static Set<ServedField> permitted(ConsentApi.Answer answer) {
    Set<ServedField> permitted = EnumSet.noneOf(ServedField.class);
    List<String> named = answer.fields();
    if (answer.permitted() && named != null) {
      named.stream().map(ServedField::find).flatMap(Optional::stream).forEach(permitted::add);
      permitted.retainAll(fields());
    }
    return permitted;
  }

  List<Conflict> list() {
    return Conflict.of(customer, key).stream()
        .filter(conflict ->
            ServedField.find(conflict.fact().wire()).filter(permitted::contains).isPresent())
        .toList();
  }

  /** The same, each value masked for this eye, with its source and date. */
  List<ConflictsView.ConflictView> view(Masking.Eye eye) {
    return list().stream().map(conflict -> view(conflict, eye)).toList();
  }

  private static ConflictsView.ConflictView view(Conflict conflict, Masking.Eye eye) {
    String field = conflict.fact().wire();
    return new ConflictsView.ConflictView(
        field,
        conflict.values().stream()
            .map(said ->
                new ConflictsView.SaidView(
                    said.statement().toString(),
                    eye.see(field, said.value()),
                    said.source(),
                    said.recordedAt(),
                    said.verifiedAt()))
            .toList());
  }

  @Override
  public String toString() {
    return "OpenConflicts[redacted]";
  }
}
