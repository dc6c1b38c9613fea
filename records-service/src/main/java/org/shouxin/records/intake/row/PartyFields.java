package org.shouxin.records.intake.row;

/** The fields of one party. */
record PartyFields(
    Field name,
    Field gender,
    Field birthDate,
    Field idType,
    Field idNumber,
    Field idIssuedOn,
    Field idValidUntil,
    Field mobile,
    Field phone,
    Field email,
    Field address,
    Field postcode,
    Field occupation,
    Field nationality) {

  static final PartyFields APPLICANT = of("APPLICANT_");
  static final PartyFields INSURED = of("INSURED_");

  private static PartyFields of(String party) {
    return new PartyFields(
        Field.valueOf(party + "NAME"),
        Field.valueOf(party + "GENDER"),
        Field.valueOf(party + "BIRTH_DATE"),
        Field.valueOf(party + "ID_TYPE"),
        Field.valueOf(party + "ID_NUMBER"),
        Field.valueOf(party + "ID_ISSUED_ON"),
        Field.valueOf(party + "ID_VALID_UNTIL"),
        Field.valueOf(party + "MOBILE"),
        Field.valueOf(party + "PHONE"),
        Field.valueOf(party + "EMAIL"),
        Field.valueOf(party + "ADDRESS"),
        Field.valueOf(party + "POSTCODE"),
        Field.valueOf(party + "OCCUPATION"),
        Field.valueOf(party + "NATIONALITY"));
  }

  /** The column that holds the number to call: the mobile's, else the telephone's. */
  Field contact(Columns columns) {
    return !columns.has(mobile) && columns.has(phone) ? phone : mobile;
  }
}
