package org.shouxin.records.notification;

/** What a mail to staff says in both languages: which case waits how long, and where to look. */
final class CaseWords {
  private CaseWords() {}

  static String subject(StaffMailApi.CaseMail mail) {
    return zh(mail) + " / " + en(mail);
  }

  static String text(StaffMailApi.CaseMail mail) {
    return """
    %s。请登录工作台，在“请求与投诉”中查看并处理。本邮件不含客户信息，请勿回复。

    %s. Please sign in to the console and look under Requests. This mail holds nothing of the customer; please do not reply.
    """
        .formatted(zh(mail), en(mail));
  }

  private static String zh(StaffMailApi.CaseMail mail) {
    String which = mail.number() == null ? "一件权利请求" : "投诉 " + mail.number();
    return switch (mail.kind()) {
      case "MAJOR" -> which + " 属于重大投诉";
      case "BREACHED" -> which + " 已超过" + duty(mail.code()).zh + "期限";
      default -> which + " 等待" + duty(mail.code()).zh + "已 " + mail.hours() + " 小时";
    };
  }

  private static String en(StaffMailApi.CaseMail mail) {
    String which = mail.number() == null ? "A rights request" : "Complaint " + mail.number();
    return switch (mail.kind()) {
      case "MAJOR" -> which + " is a major one";
      case "BREACHED" -> which + " is past the time for " + duty(mail.code()).en;
      default -> which + " has waited " + mail.hours() + " hours for " + duty(mail.code()).en;
    };
  }

  private record Duty(String zh, String en) {}

  /** What a clock of DR-14 waits for. */
  private static Duty duty(String code) {
    return switch (code) {
      case "K-01" -> new Duty("首次答复", "its first answer");
      case "K-02" -> new Duty("处理决定", "its decision");
      case "K-05" -> new Duty("身份核验", "the identity check");
      case "K-06" -> new Duty("账户注销", "the closing of the account");
      default -> new Duty("答复", "its answer");
    };
  }
}
