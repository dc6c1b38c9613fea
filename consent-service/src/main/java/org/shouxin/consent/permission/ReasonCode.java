package org.shouxin.consent.permission;

import org.shouxin.consent.purpose.Words;

/**
 * Why a decision fell as it did, with the sentence that the customer reads; {@code %1$s} is the
 * purpose in words, {@code %3$s} the phrase that names the recipient.
 */
enum ReasonCode {
  SELF_ACCESS("您在查看自己的资料。", "You are looking at your own data."),
  GUARDIAN_ACCESS("您作为监护人在查看孩子的资料。", "You are looking at your child's data as guardian."),
  CONSENT_IN_FORCE("您已同意%3$s%1$s。", "You consented to %1$s%3$s."),
  CONTRACT("您与我们有保险服务关系，%1$s需要这些资料。", "You have insurance through us, and %1$s needs these data."),
  REQUESTED_SERVICE(
      "您请我们%1$s，您的客户经理为此使用这些资料。",
      "You asked us for %1$s, and your client manager uses these data for it."),
  STATUTORY("法律要求我们%1$s。", "The law demands %1$s."),
  NOT_SELF("客户只能查看自己的资料。", "Customers see their own data only."),
  ROLE_NOT_ALLOWED("该岗位不得为%1$s使用客户资料。", "This role may not use customer data for %1$s."),
  RECIPIENT_INACTIVE(
      "该合作方目前无权接收任何客户资料。", "This partner may not receive any customer data at present."),
  PURPOSE_NOT_IN_AGREEMENT(
      "与该合作方的协议不包括%1$s。", "The agreement with this partner does not include %1$s."),
  RESTRICTED("这些资料已限制处理，只能存储和保护。", "Processing of these data is restricted to keeping them safe."),
  NOT_ASSIGNED("该客户不由这位员工负责。", "This customer is not in this employee's care."),
  MINOR_APPROVAL("未成年人的资料须经批准才能查看。", "A minor's data can only be read with an approval."),
  NO_CONSENT("您没有同意%3$s%1$s。", "You have not consented to %1$s%3$s."),
  CONSENT_REFUSED("您拒绝了%3$s%1$s。", "You refused %1$s%3$s."),
  CONSENT_WITHDRAWN("您撤回了对%3$s%1$s的同意。", "You withdrew your consent to %1$s%3$s."),
  CONSENT_REVOKED("对%3$s%1$s的同意已被终止。", "The consent to %1$s%3$s was ended."),
  CONSENT_EXPIRED("您对%3$s%1$s的同意已到期。", "Your consent to %1$s%3$s has expired."),
  CONSENT_STALE(
      "您同意之后内容有变，%3$s%1$s需要重新征得同意。",
      "What you consented to has changed since; %1$s%3$s needs your consent again."),
  GUARDIAN_REQUIRED("未满十四周岁，%3$s%1$s须由监护人同意。", "Under 14, a guardian has to consent to %1$s%3$s."),
  TRAINING_REQUIRED(
      "查询人尚未完成培训、考核、保密协议和承诺书。", "The reader is not trained, tested and bound by signature."),
  POSITION_ENDED("查询人已不在该岗位。", "The reader no longer holds the position."),
  CALLER_BANNED("查询人在禁止聘用名单上。", "The reader is on the ban register."),
  RIGHT_SUSPENDED("查询人的该项权限已停用。", "The reader's right to this is suspended."),
  NO_CONTRACT("没有需要%1$s的合同。", "There is no contract that needs %1$s.");

  private final Words sentence;

  ReasonCode(String zh, String en) {
    this.sentence = new Words(zh, en);
  }

  /** The sentence for a purpose and, where it matters, a recipient's name. */
  Words sentence(Words purpose, String recipient) {
    String zhTo = recipient.isEmpty() ? "" : "向" + recipient + "提供资料，用于";
    String enTo = recipient.isEmpty() ? "" : ", with " + recipient + " as recipient";
    return new Words(
        sentence.zh().formatted(purpose.zh(), recipient, zhTo),
        sentence.en().formatted(purpose.en(), recipient, enTo));
  }
}
