package org.shouxin.records.transfer;

/**
 * What becomes of people in policies that go, who have business here that does not go (R-BT-01).
 * Whoever stands in a policy of the scope is concerned by it, as applicant, insured or beneficiary
 * alike: the contract cannot be served without any of them.
 *
 * <ul>
 *   <li>All her policies are in the scope, or the scope is of people: as {@code moving_rule} says.
 *   <li>Some are not, and the rule says {@code MOVES}: {@code COPIED}. She goes along with her
 *       statements and her parts in the policies that go, and stays for everything else.
 *   <li>Some are not, and the rule says anything else: {@code STAYS}. What is only stored is given
 *       to nobody to whom it need not go (PIPL 47).
 * </ul>
 */
final class JointPolicies {
  /**
   * Whether {@code p.customer_id} has a policy that does not go; {@code :split} tells the scope.
   */
  static final String HAS_MORE =
      """
      (:split and exists (
         select 1 from policy_role r
          where r.controller_id = :controller and r.customer_id = p.customer_id
            and r.departed_at is null
            and not exists (select 1 from transfer_part tp
                             where tp.controller_id = r.controller_id
                               and tp.transfer_id = :transfer and tp.customer_id = r.customer_id
                               and tp.policy_id = r.policy_id)))\
      """;

  /** The disposition, after the rule's own. */
  static final String DISPOSITION =
      "case when not m.has_more then m.rule when m.rule = 'MOVES' then 'COPIED' else 'STAYS' end";

  private JointPolicies() {}
}
