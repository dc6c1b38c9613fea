package org.shouxin.records.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;
import static org.shouxin.records.quality.IdentityVectorsTest.codes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The vectors of DR-03, DR-05 and DR-06, line by line. */
class ContactAndPolicyVectorsTest {

  @ParameterizedTest
  @CsvSource({
    "13800138000, 13800138000, ''",
    "+86 138-0013-8000, 13800138000, ''",
    "0086 13800138000, 13800138000, ''",
    "8613800138000, 13800138000, ''",
    "１３８００１３８０００, 13800138000, ''",
    "12800138000, 12800138000, MOBILE_FORMAT",
    "1380013800, 1380013800, MOBILE_FORMAT",
    "13711111111, 13711111111, PHONE_DUMMY",
    "13912345678, 13912345678, PHONE_DUMMY",
    "13800000000, 13800000000, PHONE_DUMMY",
    "14000138000, 14000138000, MOBILE_IOT",
    "1064912345670, 1064912345670, MOBILE_IOT",
    "+852 9123 4567, +85291234567, ''",
    "+852 3123 4567, +85231234567, MOBILE_FORMAT",
    "+853 61234567, +85361234567, ''",
    "+886 912345678, +886912345678, ''",
    "+1 650 253 0000, +16502530000, ''",
    "021-58881234, 02158881234, MOBILE_FORMAT",
    "400-800-1234, 4008001234, MOBILE_FORMAT",
    "无, 无, MOBILE_FORMAT"
  })
  void mobileIsNormalisedAndJudged(String raw, String value, String expected) {
    assertThat(Telephone.checkMobile(raw)).isEqualTo(new Verdict(value, codes(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "021-58881234, ''",
    "0571-8888123-12, ''",
    "02158881234, ''",
    "021-5888, MOBILE_FORMAT",
    "021-18881234, MOBILE_FORMAT",
    "4008001234, MOBILE_FORMAT"
  })
  void landlineIsGoodWhereAnyContactIsAsked(String raw, String expected) {
    assertThat(Telephone.checkContact(raw).defects()).isEqualTo(codes(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "CARD, 6222020000000007, ''",
    "CARD, 6228480000000000000, ''",
    "CARD, 6217000000000000004, ''",
    "CARD, 6222020000000008, CARD_LUHN",
    "CARD, 6222 0200 0000 0007, ''",
    "PASSBOOK, 6222020000000008, ''",
    "CARD, 622202000000000, CARD_FORMAT",
    "CARD, 6.22202E+18, CARD_FORMAT"
  })
  void accountIsJudgedByItsKind(BankAccount.Kind kind, String number, String expected) {
    assertThat(BankAccount.check(number, kind).defects()).isEqualTo(codes(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "张三丰, 张三丰, ''",
    "'　张 三丰 ', 张三丰, ''",
    "阿卜杜拉．买买提, 阿卜杜拉·买买提, ''",
    "欧阳•文轩, 欧阳·文轩, ''",
    "John  O'Neil-Smith, John O'Neil-Smith, ''",
    "𠮷田, 𠮷田, ''",
    "张三3, 张三3, NAME_FORMAT",
    "张Mary, 张Mary, NAME_FORMAT",
    "·张, ·张, NAME_FORMAT",
    "测试, 测试, NAME_DUMMY",
    "王先生, 王先生, NAME_DUMMY"
  })
  void nameIsNormalisedAndJudged(String raw, String value, String expected) {
    assertThat(PersonName.check(raw)).isEqualTo(new Verdict(value, codes(expected)));
  }

  @Test
  void nameOfThirtyCharactersIsGoodAndOneMoreIsNot() {
    assertThat(PersonName.check("王".repeat(30)).defects()).isEmpty();
    assertThat(PersonName.check("王".repeat(31)).defects()).isEqualTo(codes("NAME_FORMAT"));
  }

  @ParameterizedTest
  @CsvSource({
    "Zhang.San@Example.COM, Zhang.San@example.com, ''",
    "a@b.cn, a@b.cn, ''",
    "a@localhost, a@localhost, EMAIL_FORMAT",
    "a@@b.cn, a@@b.cn, EMAIL_FORMAT",
    "@b.cn, @b.cn, EMAIL_FORMAT",
    "a b@c.cn, a b@c.cn, EMAIL_FORMAT"
  })
  void emailKeepsItsLocalPart(String raw, String value, String expected) {
    assertThat(ContactPoint.checkEmail(raw)).isEqualTo(new Verdict(value, codes(expected)));
  }

  @Test
  void emailLengthsFollowRfc5321() {
    assertThat(ContactPoint.checkEmail("a".repeat(64) + "@b.cn").defects()).isEmpty();
    assertThat(ContactPoint.checkEmail("a".repeat(65) + "@b.cn").defects())
        .isEqualTo(codes("EMAIL_FORMAT"));
  }

  @ParameterizedTest
  @CsvSource({"200120, ''", "20012, POSTCODE_FORMAT", "20012A, POSTCODE_FORMAT"})
  void postcodeHasSixDigits(String raw, String expected) {
    assertThat(ContactPoint.checkPostcode(raw).defects()).isEqualTo(codes(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "pa-2015-0001, PA-2015-0001, ''",
    "PA12345, PA12345, POLICY_NUMBER_FORMAT",
    "PA2015_0001, PA2015_0001, POLICY_NUMBER_FORMAT"
  })
  void policyNumberFollowsTheDefaultPattern(String raw, String value, String expected) {
    assertThat(PolicyRules.checkNumber(raw)).isEqualTo(new Verdict(value, codes(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "50/50, ''",
    "33.33/33.33/33.34, ''",
    "33.3/33.3/33.3, ''",
    "50/40, BENEFICIARY_SHARE",
    "60/60, BENEFICIARY_SHARE"
  })
  void sharesAddUpToTheWhole(String shares, String expected) {
    List<BigDecimal> parts = Arrays.stream(shares.split("/", -1)).map(BigDecimal::new).toList();
    assertThat(PolicyRules.checkShares(parts)).isEqualTo(codes(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "2010-01-01, 1980-01-01, 2005-01-01, 终身寿险, 200000, ''",
    "2010-01-01, 1980-01-01, 2005-01-01, 终身寿险, 200001, DEATH_BENEFIT_CAP",
    "2010-01-01, 1980-01-01, 1995-01-01, 意外伤害保险, 500001, DEATH_BENEFIT_CAP",
    "2010-01-01, 1980-01-01, 2005-01-01, 年金保险, 900000, ''",
    "2010-01-01, 1995-01-01, 2011-01-01, 年金保险, 1, APPLICANT_MINOR INSURED_AGE"
  })
  void agesAtTheStartAreWarnedOf(
      LocalDate start,
      LocalDate applicant,
      LocalDate insured,
      String product,
      BigDecimal sum,
      String expected) {
    assertThat(PolicyRules.checkAges(start, applicant, insured, product, sum))
        .isEqualTo(codes(expected));
  }

  @Test
  void policyMayEndOnTheDayItStarts() {
    LocalDate day = LocalDate.of(2020, 1, 1);
    assertThat(PolicyRules.checkPeriod(day, day)).isEmpty();
    assertThat(PolicyRules.checkPeriod(day, day.minusDays(1))).isEqualTo(codes("POLICY_PERIOD"));
  }

  @ParameterizedTest
  @EnumSource(DefectCode.class)
  void everyCodeNamesItsRemedyInBothLanguages(DefectCode code) {
    assertThat(code.remedy()).endsWith(".");
    assertThat(code.remedyChinese()).matches(".*\\p{IsHan}.*。");
  }

  @Test
  void normalisingTwiceChangesNothing() {
    qt().forAll(strings().betweenCodePoints(0x20, 0xFFFF).ofLengthBetween(0, 20))
        .check(raw ->
            Stream.of(Normalisation.text(raw))
                .allMatch(once -> Normalisation.text(once).equals(once)));
  }

  @Test
  void noTextMakesAValidatorFail() {
    qt().forAll(strings().betweenCodePoints(0, 0x2FFFF).ofLengthBetween(0, 40))
        .check(raw ->
            Stream.of(
                    Telephone.checkMobile(raw),
                    Telephone.checkContact(raw),
                    PersonName.check(raw),
                    ContactPoint.checkEmail(raw),
                    BankAccount.check(raw, BankAccount.Kind.CARD),
                    PolicyRules.checkNumber(raw))
                .allMatch(verdict -> !verdict.toString().contains("value")));
  }
}
