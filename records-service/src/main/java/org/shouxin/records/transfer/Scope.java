package org.shouxin.records.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Whose data move. Every person of the book is either in the scope or not; nobody is in twice. */
sealed interface Scope {

  /** Everybody. */
  record Book() implements Scope {}

  /** Customers assigned to anyone of a branch. */
  record Branch(String name) implements Scope {}

  /** Customers assigned to one client manager. */
  record Manager(String employeeNo) implements Scope {}

  /** Whoever stands in a policy of one insurer, named as in the terms (D-136). */
  record Insurer(String name) implements Scope {}

  static Scope parse(@Nullable String text) {
    if (text == null || text.isBlank() || text.equals("BOOK")) {
      return new Book();
    }
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (name.isEmpty()) {
      throw new ProblemException(ProblemCode.TRANSFER_SCOPE_UNKNOWN);
    }
    return switch (text.substring(0, colon)) {
      case "BRANCH" -> new Branch(name);
      case "MANAGER" -> new Manager(name);
      case "INSURER" -> new Insurer(name);
      default -> throw new ProblemException(ProblemCode.TRANSFER_SCOPE_UNKNOWN);
    };
  }

  default String label() {
    return switch (this) {
      case Book _ -> "BOOK";
      case Branch(String name) -> "BRANCH:" + name;
      case Manager(String number) -> "MANAGER:" + number;
      case Insurer(String name) -> "INSURER:" + name;
    };
  }

  /** Condition on {@code customer c}; its only parameter is {@code :scope}. */
  default String condition() {
    String assigned =
        "exists (select 1 from assignment a where a.controller_id = c.controller_id"
            + " and a.customer_id = c.id and a.ended_at is null and ";
    return switch (this) {
      case Book _ -> "cast(:scope as text) is null";
      case Branch _ ->
          assigned
              + "exists (select 1 from staff_member m where m.controller_id = a.controller_id"
              + " and m.employee_no = a.employee_no and m.branch = :scope))";
      case Manager _ -> assigned + "a.employee_no = :scope)";
      case Insurer _ ->
          "exists (select 1 from transfer_part tp where tp.controller_id = c.controller_id"
              + " and tp.transfer_id = cast(:scope as uuid) and tp.customer_id = c.id)";
    };
  }

  /** Value of {@code :scope} in a transfer. */
  default @Nullable String parameter(UUID transfer) {
    return switch (this) {
      case Book _ -> null;
      case Branch(String name) -> name;
      case Manager(String number) -> number;
      case Insurer _ -> transfer.toString();
    };
  }
}
