package org.shouxin.records.intake.row;

/**
 * What a column can mean. The column names that stand for each are in {@code
 * header-profile.properties}.
 */
public enum Field {
  APPLICATION_NUMBER("投保单号", Need.CORE),
  POLICY_NUMBER("保单号", Need.CORE),
  INSURER("保险公司", Need.EXPECTED),
  PRODUCT("险种", Need.EXPECTED),
  SUM_INSURED("保险金额", Need.EXPECTED),
  PREMIUM("保险费", Need.EXPECTED),
  START_ON("起保日期", Need.CORE),
  END_ON("终止日期", Need.CORE),
  APPLICANT_NAME("投保人姓名", Need.CORE),
  APPLICANT_GENDER("投保人性别", Need.CORE),
  APPLICANT_BIRTH_DATE("投保人出生日期", Need.CORE),
  APPLICANT_ID_TYPE("投保人证件类型", Need.EXPECTED),
  APPLICANT_ID_NUMBER("投保人证件号码", Need.CORE),
  APPLICANT_ID_ISSUED_ON("投保人证件有效期起", Need.OPTIONAL),
  APPLICANT_ID_VALID_UNTIL("投保人证件有效期至", Need.EXPECTED),
  APPLICANT_MOBILE("投保人手机", Need.CORE),
  /** Used where the file has no column for mobiles; landlines are good here. */
  APPLICANT_PHONE("投保人联系电话", Need.OPTIONAL),
  APPLICANT_EMAIL("投保人邮箱", Need.OPTIONAL),
  APPLICANT_ADDRESS("投保人地址", Need.EXPECTED),
  APPLICANT_POSTCODE("投保人邮编", Need.OPTIONAL),
  APPLICANT_OCCUPATION("投保人职业", Need.EXPECTED),
  APPLICANT_NATIONALITY("投保人国籍", Need.OPTIONAL),
  INSURED_NAME("被保险人姓名", Need.CORE),
  INSURED_RELATION("与投保人关系", Need.CORE),
  INSURED_GENDER("被保险人性别", Need.CORE),
  INSURED_BIRTH_DATE("被保险人出生日期", Need.CORE),
  INSURED_ID_TYPE("被保险人证件类型", Need.EXPECTED),
  INSURED_ID_NUMBER("被保险人证件号码", Need.CORE),
  INSURED_ID_ISSUED_ON("被保险人证件有效期起", Need.OPTIONAL),
  INSURED_ID_VALID_UNTIL("被保险人证件有效期至", Need.OPTIONAL),
  INSURED_MOBILE("被保险人手机", Need.EXPECTED),
  INSURED_PHONE("被保险人联系电话", Need.OPTIONAL),
  INSURED_EMAIL("被保险人邮箱", Need.OPTIONAL),
  INSURED_ADDRESS("被保险人地址", Need.OPTIONAL),
  INSURED_POSTCODE("被保险人邮编", Need.OPTIONAL),
  INSURED_OCCUPATION("被保险人职业", Need.OPTIONAL),
  INSURED_NATIONALITY("被保险人国籍", Need.OPTIONAL),
  BENEFICIARY_NAME("受益人姓名", Need.EXPECTED),
  BENEFICIARY_RELATION("受益人与被保险人关系", Need.OPTIONAL),
  BENEFICIARY_SHARE("受益比例", Need.OPTIONAL),
  BANK_ACCOUNT("银行账号", Need.OPTIONAL),
  EMPLOYEE_NUMBER("业务员工号", Need.EXPECTED),
  HEALTH_NOTE("健康告知", Need.OPTIONAL),
  REMARK("备注", Need.OPTIONAL);

  /** What a book without this column means. */
  enum Need {
    /** Each row lacks a key field (DR-00). */
    CORE,
    /** The file lacks something; its rows are judged without it. */
    EXPECTED,
    /** Nothing. */
    OPTIONAL
  }

  private final String label;
  private final Need need;

  Field(String label, Need need) {
    this.label = label;
    this.need = need;
  }

  /** The usual column name, for reports on a column that the file does not have. */
  public String label() {
    return label;
  }

  Need need() {
    return need;
  }
}
