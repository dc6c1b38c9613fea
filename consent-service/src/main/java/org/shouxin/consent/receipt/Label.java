package org.shouxin.consent.receipt;

import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Words;

/** The words of a printed receipt around what was signed. */
enum Label {
  TITLE("同意回执", "Consent receipt"),
  LEAD(
      "这是一份关于您的个人信息的决定的凭证，请妥善保存。",
      "This is the record of a decision about your personal information. Please keep it."),
  TRANSLATED(
      "您是依据英文文本作出决定的；本页是译文，签名的是英文原文。",
      "The decision was made on the Chinese text; this page is a translation, what is signed is the Chinese original."),
  DECISION("决定", "The decision"),
  PERSON("个人（客户编号）", "Whose data (customer number)"),
  GUARDIAN("由监护人代为决定（监护人客户编号）", "Decided by the guardian (customer number)"),
  DECIDED("决定内容", "What was decided"),
  GIVEN("同意", "consent given"),
  RENEWED("继续同意", "consent given again"),
  REFUSED("不同意", "consent refused"),
  WITHDRAWN("撤回同意", "consent withdrawn"),
  REVOKED("同意被撤销（非本人）", "consent ended by somebody other than you"),
  SEPARATE("（单独同意）", " (separate consent)"),
  AT("时间（北京时间）", "When (Beijing time)"),
  UNTIL("有效期至", "Valid until"),
  NOT_VALID("不再有效：不得据此处理", "not valid: nothing may be processed on it"),
  COOLDOWN("在此之前不再询问您", "You are not asked again before"),
  PROCESSING("处理什么，为了什么", "What is processed, and why"),
  CONTROLLER("个人信息处理者", "Who is responsible"),
  CONTACT("联系方式", "Contact"),
  PURPOSE("目的", "Purpose"),
  CATEGORIES("个人信息种类", "Data"),
  SENSITIVE("（敏感个人信息）", " (sensitive)"),
  METHOD("处理方式", "How"),
  RECIPIENT("接收方", "Who receives it"),
  NOBODY("无", "nobody"),
  RETENTION("保存期限", "How long it is kept"),
  STORAGE("存储地点", "Where it is kept"),
  LAW("法律依据", "Legal basis"),
  RIGHTS("您的权利", "Your rights"),
  WITHDRAW("如何撤回", "How to withdraw"),
  EFFECT("撤回之后", "After that"),
  COMPLAIN("如何投诉", "How to complain"),
  AUTHORITY("主管机关", "Authority"),
  PROOF("凭证", "Proof"),
  RECEIPT("回执编号", "Receipt number"),
  RECORD("同意记录编号", "Consent record"),
  NOTICE("告知书", "Notice"),
  NOTICE_VERSION("第 %s 版，SHA-256 %s", "version %s, SHA-256 %s"),
  LOG("审计日志", "Audit log"),
  INTEGRATED("第 %s 号条目，事件 %s", "entry %s, event %s"),
  PENDING("决定事件尚未写入日志，请稍后重新下载", "not in the log yet; download the receipt again later"),
  UNAVAILABLE("下载时日志无法查询，请稍后重新下载", "the log could not be asked; download the receipt again later"),
  VERIFY(
      "本页供阅读；可验证的是同一回执的 JSON 文件。请在门户的“验证回执”页面（/verify/）或用命令 verify-receipt 离线验证签名与日志证明。",
      "This page is for reading; what verifies is the JSON file of the same receipt. Check its signature and the log's proof offline on the portal's page /verify/ or by the command verify-receipt.");

  private final Words words;

  Label(String zh, String en) {
    this.words = new Words(zh, en);
  }

  String in(Language language) {
    return words.in(language);
  }

  static Label ofState(String state) {
    return switch (state) {
      case "GIVEN" -> GIVEN;
      case "RENEWED" -> RENEWED;
      case "REFUSED" -> REFUSED;
      case "WITHDRAWN" -> WITHDRAWN;
      case "REVOKED" -> REVOKED;
      default -> throw new IllegalStateException("no receipt is issued for " + state);
    };
  }
}
