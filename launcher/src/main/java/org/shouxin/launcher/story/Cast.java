package org.shouxin.launcher.story;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The persons of the story, invented anew at each telling: customer L, her daughter M, her client
 * manager W; besides them people and partners of the demo.
 */
final class Cast {
  static final String HAIYUN = "partner-haiyun";
  static final String INSURER = "insurer-pinghe";
  static final String NEW_MANAGER = "zhou.manager";
  static final String NEW_MANAGER_NO = "2001";
  static final String BRANCH = "杭州分公司";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int FIRST_NUMBER = 500_000;
  private static final int NUMBERS = 400_000;
  private static final int AGE_OF_CHILD = 9;

  final InventedPerson customer = InventedPerson.bornFrom("柳知微", LocalDate.of(1984, 3, 1));
  final InventedPerson child;
  final InventedPerson manager = InventedPerson.bornFrom("温景行", LocalDate.of(1988, 3, 1));
  final InventedPerson exAgent = InventedPerson.bornFrom("晏无名", LocalDate.of(1986, 3, 1));
  final String newMobile = InventedPerson.newMobile();
  final String address = "杭州市西湖区文三路" + (1000 + RANDOM.nextInt(8000)) + "号2幢301室";

  /** W's employee number, also in her account's name. */
  final String managerNo = Integer.toString(FIRST_NUMBER + RANDOM.nextInt(NUMBERS));

  final String managerAccount = "donghai." + managerNo;
  final String customerAccount = "story." + managerNo;
  final String policyNumber = "ST" + managerNo + "26";
  final String oldPolicyNumber = "ST" + managerNo + "09";

  /** Of L's record, once she has one. */
  String customerId = "";

  /** Of M's record. */
  String childId = "";

  /** What they were at Old, once they have moved to New. */
  List<String> atOld = List.of();

  Cast(LocalDate today) {
    child = InventedPerson.bornOn("柳小满", today.minusYears(AGE_OF_CHILD).minusMonths(2));
  }

  /** What must not stand in any event in plain text. */
  List<String> identifiers() {
    return Stream.concat(
            Stream.of(customer, child, manager, exAgent)
                .flatMap(person -> person.identifiers().stream()),
            Stream.of(newMobile, address, policyNumber, oldPolicyNumber))
        .toList();
  }
}
