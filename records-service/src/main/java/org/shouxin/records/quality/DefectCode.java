package org.shouxin.records.quality;

import static org.shouxin.records.quality.Severity.E;
import static org.shouxin.records.quality.Severity.W;

/**
 * Every fault that validation and import can name; the one list, stable strings (data-rules.md).
 */
public enum DefectCode {
  // DR-00 key fields
  KEY_FIELD_MISSING(E, "Fill in this field; it is required for a policy file.", "请补录该必填项。"),
  // DR-01 resident identity number
  ID_FORMAT(
      E,
      "Type the number again from the document, as text; spreadsheets destroy long numbers.",
      "请按证件原件重新录入号码，并将单元格设为文本格式。"),
  ID_REGION(
      E,
      "The first two digits are no province; compare with the document.",
      "号码前两位不是有效省份代码，请核对证件。"),
  ID_REGION_UNKNOWN(
      W, "The region code is in no known list; compare with the document.", "行政区划代码不在已知列表中，请核对证件。"),
  ID_BIRTHDATE(
      E,
      "The birth date inside the number does not exist; compare with the document.",
      "号码中的出生日期不存在，请核对证件。"),
  AGE_UNLIKELY(W, "The person would be over 120 years old; please confirm.", "年龄超过120岁，请确认。"),
  ID_CHECKSUM(
      E,
      "The check digit is wrong: a digit was mistyped; compare with the document.",
      "校验码错误，号码录入有误，请核对证件。"),
  ID_GENDER_MISMATCH(
      E, "Gender and identity number disagree; correct the wrong one.", "性别与证件号码不一致，请更正。"),
  ID_DOB_MISMATCH(
      E, "Birth date and identity number disagree; correct the wrong one.", "出生日期与证件号码不一致，请更正。"),
  ID_15_OBSOLETE(E, "Ask for the current 18-digit number.", "15位旧号码已停用，请提供18位号码。"),
  ID_TERM(
      W,
      "The validity period does not fit the age at issue; check the document.",
      "证件有效期与签发年龄不符，请核对证件。"),
  ID_EXPIRED(
      W, "Ask for the renewed document; no new application until then.", "证件已过期，请更新证件后再办理新业务。"),
  ID_TYPE_UNKNOWN(E, "Name a document type of the code list.", "证件类型无法识别，请按代码表填写。"),
  ID_TYPE_MISMATCH(
      E, "The number belongs to another document type; correct the type.", "号码与证件类型不符，请更正证件类型。"),
  ID_MANUAL_CHECK(
      W, "This document type has no check rule; compare with the document.", "该证件类型无法自动校验，请人工核对。"),
  // DR-02 unified social credit code
  USCC_FORMAT(
      E, "A credit code has 18 characters without I, O, S, V, Z.", "统一社会信用代码应为18位且不含I、O、S、V、Z。"),
  USCC_CHECKSUM(
      E, "The check character is wrong; compare with the licence.", "统一社会信用代码校验码错误，请核对营业执照。"),
  USCC_ORG_CHECK(
      W, "The inner organisation code deviates; compare with the licence.", "组织机构代码校验位不符，请核对营业执照。"),
  // DR-03 telephone
  MOBILE_FORMAT(
      E,
      "Ask for a mobile number of 11 digits, or one with country code.",
      "请填写有效的11位手机号（境外号码加国家代码）。"),
  MOBILE_IOT(
      W,
      "An internet-of-things number may not receive codes; ask for another.",
      "该号码为物联网号段，可能无法接收验证码。"),
  PHONE_DUMMY(W, "This looks like a made-up number; ask the customer.", "疑似虚假号码，请向客户核实。"),
  PHONE_IS_STAFF(
      E, "This is a number of our staff; ask for the customer's own.", "该号码为员工或代理人电话，请登记客户本人号码。"),
  PHONE_SHARED(
      W, "Several unrelated customers share this number; call back.", "多名非同一家庭客户共用该号码，请回访核实。"),
  // DR-05 bank card
  CARD_FORMAT(
      E, "A card number has 13 to 19 digits; type it again as text.", "银行卡号应为13至19位数字，请以文本格式重新录入。"),
  CARD_LUHN(E, "The card number's check digit is wrong; compare with the card.", "银行卡号校验错误，请核对卡面。"),
  // DR-06 name, e-mail, address, policy
  NAME_FORMAT(E, "The name holds characters that no name has; correct it.", "姓名含有非法字符，请更正。"),
  NAME_DUMMY(W, "This looks like a placeholder, not a name; ask the customer.", "疑似占位姓名，请核实。"),
  GENDER_FORMAT(E, "Write 男 or 女.", "性别请填写男或女。"),
  EMAIL_FORMAT(E, "Correct the e-mail address.", "电子邮箱格式错误，请更正。"),
  ADDRESS_FORMAT(
      E, "Give province, city, district and detail, 5 to 200 characters.", "地址应为5至200字，含省市区及详细地址。"),
  POSTCODE_FORMAT(E, "A postcode has six digits.", "邮政编码应为6位数字。"),
  DATE_FORMAT(E, "Write the date as 2026-01-31.", "日期无法识别，请按2026-01-31格式填写。"),
  AMOUNT_FORMAT(E, "Write the amount in yuan as a plain number.", "金额无法识别，请填写数字（元）。"),
  POLICY_NUMBER_FORMAT(E, "8 to 32 letters, digits or hyphens.", "单号应为8至32位字母、数字或连字符。"),
  DUPLICATE_POLICY(
      E, "This policy number was already used above; find the right one.", "单号重复，请核对保单。"),
  POLICY_PERIOD(E, "The policy ends before it starts; correct the dates.", "终止日期早于起保日期，请更正。"),
  BENEFICIARY_SHARE(E, "The shares of the beneficiaries must add up to 100 %.", "受益比例合计应为100%。"),
  BENEFICIARY_APPLICANT(
      W,
      "The applicant benefits from another person's minor child; check.",
      "投保人为他人未成年人保单的受益人，请核实。"),
  APPLICANT_MINOR(
      W, "The applicant was under 18 when the policy started; check.", "投保人起保时未满18周岁，请核实。"),
  INSURED_AGE(
      W,
      "The insured was not yet born when the policy started; check the dates.",
      "被保险人在起保日尚未出生，请核对日期。"),
  DEATH_BENEFIT_CAP(W, "The sum insured exceeds the cap for minors; check.", "未成年人身故保险金超过限额，请核实。"),
  RELATION_MISMATCH(
      W, "Relation and the two identities disagree; correct one.", "与投保人关系与双方身份不一致，请核实。"),
  // the file itself
  COLUMN_MISSING(E, "Add this column to the file.", "文件缺少该列，请补充。"),
  ROW_WIDTH(
      E,
      "The row has another number of cells than the header; look for a stray comma.",
      "该行列数与表头不符，请检查多余的逗号。"),
  ROW_QUOTING(E, "A quotation mark opens and never closes; remove it.", "引号未闭合，请更正。"),
  ROW_ENCODING(
      E,
      "Characters of this row are damaged; save the file as UTF-8 or GB18030.",
      "该行字符编码损坏，请以UTF-8或GB18030重新保存。"),
  CELL_FORMULA(E, "Replace the formula by its value.", "请将公式替换为数值。");

  private final Severity severity;
  private final String remedy;
  private final String remedyChinese;

  DefectCode(Severity severity, String remedy, String remedyChinese) {
    this.severity = severity;
    this.remedy = remedy;
    this.remedyChinese = remedyChinese;
  }

  public Severity severity() {
    return severity;
  }

  /** What to do, one English sentence. */
  public String remedy() {
    return remedy;
  }

  /** What to do, one sentence in simplified Chinese. */
  public String remedyChinese() {
    return remedyChinese;
  }
}
