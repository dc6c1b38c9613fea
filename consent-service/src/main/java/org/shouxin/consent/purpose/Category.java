package org.shouxin.consent.purpose;

/** Categories of personal data a consent names (contract.graphql). */
public enum Category {
  IDENTITY("身份信息", "identity data", false),
  CONTACT("联系方式", "contact data", false),
  POLICY("保单信息", "policy data", false),
  FINANCIAL("金融账户信息", "financial account data", true),
  HEALTH("健康信息", "health data", true),
  FAMILY("家庭成员信息", "family data", false);

  private final Words words;
  private final boolean sensitive;

  Category(String zh, String en, boolean sensitive) {
    this.words = new Words(zh, en);
    this.sensitive = sensitive;
  }

  /** The category in words a customer understands. */
  public Words words() {
    return words;
  }

  /** Sensitive personal information in the sense of PIPL 28. */
  public boolean sensitive() {
    return sensitive;
  }
}
