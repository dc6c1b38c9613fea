package org.shouxin.records.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.localDates;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of DR-01, DR-02 and DR-04, line by line. */
class IdentityVectorsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, 1949-12-31, F, ''",
    "11010519491231002x, 1949-12-31, F, ''",
    "１１０１０５１９４９１２３１００２Ｘ, 1949-12-31, F, ''",
    "110105 19491231 002X, 1949-12-31, F, ''",
    "'''11010519491231002X', 1949-12-31, F, ''",
    "310101190002280013, 1900-02-28, M, AGE_UNLIKELY",
    "310101190002280021, 1900-02-28, F, AGE_UNLIKELY",
    "310101190002290019, , , ID_BIRTHDATE",
    "310101190013010019, , , ID_BIRTHDATE",
    "110105194912310021, , , ID_CHECKSUM",
    "990105194912310023, , , ID_REGION",
    "110105491231002, , , ID_15_OBSOLETE",
    "110105491231002, 1949-12-31, F, ID_15_OBSOLETE",
    "110105491231002, 1949-12-30, M, ID_15_OBSOLETE ID_DOB_MISMATCH ID_GENDER_MISMATCH",
    "11010519491231002, , , ID_FORMAT",
    "11010519491231002X0, , , ID_FORMAT",
    "11010519491231O02X, , , ID_FORMAT",
    "1.10105E+17, , , ID_FORMAT",
    "119905194912310022, 1949-12-30, M, ID_REGION_UNKNOWN ID_CHECKSUM ID_GENDER_MISMATCH ID_DOB_MISMATCH",
    "310101202612010010, , , ID_BIRTHDATE ID_CHECKSUM"
  })
  void residentNumberIsJudgedAsTheVectorSays(
      String number, @Nullable LocalDate birthDate, @Nullable Gender gender, String expected) {
    assertThat(ResidentIdentityNumber.check(number, gender, birthDate, TODAY).defects())
        .isEqualTo(codes(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "HMT, H12345678, ''",
    "HMT, H1234567801, ''",
    "HMT, K12345678, ID_FORMAT",
    "HRP, 810000190001010018, AGE_UNLIKELY",
    "HRP, 11010519491231002X, ID_TYPE_MISMATCH",
    "TRP, 810000190001010018, ID_TYPE_MISMATCH AGE_UNLIKELY",
    "FPR, 931840190006150020, ''",
    "FPR, 931840190006150021, ID_CHECKSUM",
    "FPR, USA110000000001, ''",
    "RIC, 810000190001010018, ID_TYPE_MISMATCH AGE_UNLIKELY",
    "RIC, 931840190006150020, ID_TYPE_MISMATCH AGE_UNLIKELY",
    "RIC, 990105194912310023, ID_REGION",
    "CNP, E12345678, ''",
    "CNP, EA1234567, ''",
    "CNP, EI1234567, ID_FORMAT",
    "CNP, G12345678, ''",
    "CNP, PE1234567, ''",
    "CNP, AB1234567, ID_FORMAT",
    "FPP, X1234, ''",
    "FPP, X123, ID_FORMAT",
    "TWT, 12345678, ''",
    "TWT, 123456789, ID_FORMAT",
    "MIL, 军字第123456号, ID_MANUAL_CHECK",
    "BIR, A123456789, ''",
    "BIR, 1234567890, ID_FORMAT",
    "ORG, 91110000600037341L, ''",
    "ORG, 91310000MA1FL0007C, ''",
    "ORG, 91110000600037341M, USCC_CHECKSUM",
    "ORG, 9131000OMA1FL0007C, USCC_FORMAT"
  })
  void documentNumberIsJudgedByItsType(IdType type, String number, String expected) {
    assertThat(IdentityDocument.check(type, number, null, null, TODAY).defects())
        .isEqualTo(codes(expected));
  }

  @Test
  void renewedPermitBelongsToTheSameHolder() {
    assertThat(IdentityDocument.holderKey(IdType.HMT, "H1234567801"))
        .isEqualTo(IdentityDocument.holderKey(IdType.HMT, "H12345678"));
  }

  @Test
  void obsoleteNumberIsDerivedByInsertingTheCentury() {
    assertThat(ResidentIdentityNumber.derive("110105491231002")).contains("11010519491231002X");
    assertThat(ResidentIdentityNumber.derive("11010519491231002X")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-05-01, 2030-05-01, 2000-01-01, ''",
    "2020-05-01, 2030-04-30, 2000-01-01, ''",
    "2020-05-01, 2040-05-01, 2000-01-01, ID_TERM",
    "2024-05-01, 2029-05-01, 2015-01-01, ''",
    "2020-05-01, 9999-12-31, 1970-01-01, ''",
    "2020-05-01, 2040-05-01, 1970-01-01, ID_TERM",
    "2006-05-01, 2026-05-01, 1970-01-01, ID_EXPIRED"
  })
  void termFitsTheAgeAtIssue(LocalDate issued, LocalDate until, LocalDate born, String expected) {
    assertThat(IdentityTerm.check(issued, until, born, TODAY)).isEqualTo(codes(expected));
  }

  @Test
  void madeNumberIsAlwaysAcceptedWithItsOwnBirthDateAndGender() {
    qt().forAll(localDates().withDaysBetween(-40_000, 20_000), integers().between(0, 999))
        .check((born, sequence) -> {
          Gender gender = sequence % 2 == 1 ? Gender.M : Gender.F;
          String number = ResidentIdentityNumber.make("110105", born, sequence);
          return ResidentIdentityNumber.check(number, gender, born, TODAY).accepted();
        });
  }

  @Test
  void everySingleDigitErrorOfTheSequenceIsFound() {
    qt().forAll(integers().between(0, 999), integers().between(14, 16), integers().between(1, 9))
        .check((sequence, position, shift) -> {
          String number = ResidentIdentityNumber.make("110105", LocalDate.EPOCH, sequence);
          char[] wrong = number.toCharArray();
          wrong[position] = (char) ('0' + (wrong[position] - '0' + shift) % 10);
          return ResidentIdentityNumber.check(new String(wrong), null, null, TODAY)
              .defects()
              .contains(DefectCode.ID_CHECKSUM);
        });
  }

  static Set<DefectCode> codes(String names) {
    return Arrays.stream(names.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(DefectCode::valueOf)
        .collect(Collectors.toSet());
  }
}
