package org.shouxin.audit.incident.notice;

/** What PIPL 57 demands that a report and a notice tell, in the order of the text. */
public enum NoticeItem {
  CATEGORIES("涉及的个人信息种类", "Categories of personal data"),
  CAUSE("原因", "Cause"),
  HARM("可能造成的危害", "Possible harm"),
  MEASURES_TAKEN("我们已采取的补救措施", "Measures we have taken"),
  MEASURES_YOU_CAN_TAKE("您可以采取的减轻危害的措施", "Measures you can take"),
  CONTACT("联系方式", "Contact");

  private final String zh;
  private final String en;

  NoticeItem(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String title(Language language) {
    return language == Language.ZH_CN ? zh : en;
  }
}
