package org.shouxin.records.campaign;

/**
 * Where an item stands (R-RC-02). It leaves {@link Open} once, for one of four outcomes, and each
 * of them holds what it rests on: there is no outcome without evidence.
 */
sealed interface ItemState {

  /** Somebody has to see to it. */
  record Open() implements ItemState {

    /** Every field with a defect was corrected; rests on the last correction. */
    Corrected corrected(String correction) {
      return new Corrected("correction:" + correction);
    }

    /** The values are right as they are: the customer says so, or a file shows it. */
    ConfirmedOk confirmed(String evidence) {
      return new ConfirmedOk(evidence);
    }

    /** Nobody could reach the person. */
    Unreachable unreachable(String evidence) {
      return new Unreachable(evidence);
    }

    /** The person does not want to. */
    Refused refused(String evidence) {
      return new Refused(evidence);
    }
  }

  record Corrected(String evidence) implements ItemState {}

  record ConfirmedOk(String evidence) implements ItemState {}

  record Unreachable(String evidence) implements ItemState {}

  record Refused(String evidence) implements ItemState {}

  /** Name on the wire and in the database. */
  default String label() {
    return switch (this) {
      case Open _ -> "OPEN";
      case Corrected _ -> "CORRECTED";
      case ConfirmedOk _ -> "CONFIRMED_OK";
      case Unreachable _ -> "UNREACHABLE";
      case Refused _ -> "REFUSED";
    };
  }

  /** What an outcome rests on; empty while open. */
  default String evidence() {
    return switch (this) {
      case Open _ -> "";
      case Corrected(String evidence) -> evidence;
      case ConfirmedOk(String evidence) -> evidence;
      case Unreachable(String evidence) -> evidence;
      case Refused(String evidence) -> evidence;
    };
  }

  /** The data are right now: the commission of the policy need not be held any more. */
  default boolean isRight() {
    return switch (this) {
      case Corrected _, ConfirmedOk _ -> true;
      case Open _, Unreachable _, Refused _ -> false;
    };
  }

  static ItemState of(String label, String evidence) {
    return switch (label) {
      case "OPEN" -> new Open();
      case "CORRECTED" -> new Corrected(evidence);
      case "CONFIRMED_OK" -> new ConfirmedOk(evidence);
      case "UNREACHABLE" -> new Unreachable(evidence);
      case "REFUSED" -> new Refused(evidence);
      default -> throw new IllegalStateException("campaign_item.state " + label);
    };
  }
}
