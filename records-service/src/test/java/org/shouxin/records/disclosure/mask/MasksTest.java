package org.shouxin.records.disclosure.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quicktheories.core.Gen;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.ResidentIdentityNumber;

/** The DR-07 table and every property listed under it. */
class MasksTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Pattern DIGIT_RUN = Pattern.compile("\\d{5}");

  @ParameterizedTest
  @CsvSource({
    "NAME, 张三丰, 张**, 张*",
    "NAME, 张, *, *",
    "NAME, 阿卜杜拉·买买提, 阿*******, 阿*",
    "NAME, John Smith, J*** S***, J***",
    "NAME, 张3, ******, ******",
    "IDENTITY_NUMBER, 11010519491231002X, 110***********002X, 1****************X",
    "IDENTITY_NUMBER, 931840190006150020, 931***********0020, 9****************0",
    "IDENTITY_NUMBER, 810000190001010018, 810***********0018, 8****************8",
    "IDENTITY_NUMBER, H12345678, H*****678, H*****",
    "IDENTITY_NUMBER, E12345678, E*****678, E*****",
    "IDENTITY_NUMBER, 110105194912310021, ******, ******",
    "TELEPHONE, 13800138000, 138****8000, *******8000",
    "TELEPHONE, +86 138-0013-8000, 138****8000, *******8000",
    "TELEPHONE, 021-58885678, 021-****5678, 021-****",
    "TELEPHONE, 0571-88885678-12, 0571-****5678, 0571-****",
    "TELEPHONE, 12800138000, ******, ******",
    "EMAIL, zhang@example.com, z***@example.com, ***@example.com",
    "EMAIL, z@example.com, ***@example.com, ***@example.com",
    "EMAIL, zhang@example, ******, ******",
    "ADDRESS, 上海市浦东新区世纪大道1号, 上海市浦东新区****, 上海市****",
    "ADDRESS, 浙江省杭州市西湖区文三路1号, 浙江省杭州市西湖区****, 浙江省杭州市****",
    "ADDRESS, 浙江省杭州市解放路347号11幢567室, 浙江省杭州市****, 浙江省杭州市****",
    "ADDRESS, 世纪大道1号浦东新区, ******, ******",
    "BANK_ACCOUNT, 6222020000000007, **** **** **** 0007, ****0007",
    "BANK_ACCOUNT, 6222020000000008, ******, ******",
    "POLICY_NUMBER, PA20150001231234, PA****1234, ****1234",
    "POLICY_NUMBER, PA1, ******, ******",
    "BIRTH_DATE, 1949-12-31, 1949-**-**, 70-79",
    "BIRTH_DATE, 1949-13-31, ******, ******",
    "MONEY, 50000.00, 50000.00, 10k-100k",
    "MONEY, fifty, ******, ******",
    "PLATE_NUMBER, 沪A12334, 沪A***34, 沪****",
    "IP_ADDRESS, 203.0.113.77, 203.0.113.0/24, 203.0.0.0/16",
    "IP_ADDRESS, 203.0.113.777, ******, ******",
    "NEVER_SHOWN, 高血压, [hidden],",
    "ORGANISATION, 东海保险经纪有限公司, 东海保险经纪有限公司, 东海保险经纪有限公司"
  })
  void tableHolds(MaskKind kind, String value, String working, @Nullable String partner) {
    assertThat(Masks.mask(kind, MaskLevel.W, value, TODAY)).isEqualTo(working);
    assertThat(Masks.mask(kind, MaskLevel.P, value, TODAY)).isEqualTo(partner);
  }

  @ParameterizedTest
  @CsvSource({
    "RIC, 11010519491231002X, 110***********002X",
    "RIC, H12345678, ******",
    "FPP, X1234567, X****567",
    "FPP, X1234, X*****",
    "MIL, 军字第123456号, 军******56号",
    "ORG, 91110000600037341L, 91110000600037341L"
  })
  void numberIsMaskedByTheRuleOfItsType(IdType type, String number, String working) {
    assertThat(Masks.maskIdentityNumber(type, MaskLevel.W, number, TODAY)).isEqualTo(working);
  }

  @ParameterizedTest
  @EnumSource(MaskKind.class)
  void nullStaysNull(MaskKind kind) {
    assertThat(Masks.mask(kind, MaskLevel.W, null, TODAY)).isNull();
    assertThat(Masks.mask(kind, MaskLevel.P, null, TODAY)).isNull();
  }

  @Test
  void arbitraryTextIsNeverEchoedAndMaskingTwiceRevealsNoMore() {
    qt().forAll(kinds(), levels(), strings().betweenCodePoints(0x20, 0x9FFF).ofLengthBetween(5, 30))
        .check((kind, level, text) -> {
          String masked = Objects.requireNonNull(Masks.mask(kind, level, text, TODAY));
          return !masked.contains(text) && revealsNoMore(kind, level, masked);
        });
  }

  @Test
  void validValueLeavesNoRunOfFiveOfItsDigitsAndMaskingTwiceRevealsNoMore() {
    qt().forAll(kinds(), levels(), integers().between(0, 999_999))
        .check((kind, level, seed) -> {
          String value = valid(kind, seed);
          String masked = Objects.requireNonNull(Masks.mask(kind, level, value, TODAY));
          return !masked.equals(Masks.FULL)
              && !DIGIT_RUN.matcher(masked).find()
              && revealsNoMore(kind, level, masked);
        });
  }

  @Test
  void partnerSeesASubsetOfWhatStaffSee() {
    List<MaskKind> textual =
        List.of(
            MaskKind.NAME,
            MaskKind.IDENTITY_NUMBER,
            MaskKind.TELEPHONE,
            MaskKind.EMAIL,
            MaskKind.ADDRESS,
            MaskKind.BANK_ACCOUNT,
            MaskKind.POLICY_NUMBER,
            MaskKind.PLATE_NUMBER);
    qt().forAll(arbitrary().pick(textual), integers().between(0, 999_999))
        .check((kind, seed) -> {
          String value = valid(kind, seed);
          String working = Objects.requireNonNull(Masks.mask(kind, MaskLevel.W, value, TODAY));
          String partner = Objects.requireNonNull(Masks.mask(kind, MaskLevel.P, value, TODAY));
          return shown(working).containsAll(shown(partner));
        });
  }

  @Test
  void partnerCannotTellTheLengthOfNameLocalPartOrPolicyNumber() {
    qt().forAll(integers().between(2, 30), integers().between(5, 25))
        .check((length, other) ->
            partner(MaskKind.NAME, "王".repeat(length)).equals("王*")
                && partner(MaskKind.EMAIL, "a".repeat(length) + "@b.cn").equals("***@b.cn")
                && partner(MaskKind.POLICY_NUMBER, "P".repeat(other) + "1234").equals("****1234"));
  }

  /** What staff see decides what partners see: otherwise partners would learn what staff do not. */
  @Test
  void whatPartnersSeeOfDatesAmountsAndAddressesFollowsFromWhatStaffSee() {
    List<MaskKind> banded = List.of(MaskKind.BIRTH_DATE, MaskKind.MONEY, MaskKind.IP_ADDRESS);
    qt().forAll(
            arbitrary().pick(banded), integers().between(0, 999_999), integers().between(0, 364))
        .check((kind, seed, step) -> {
          String one = valid(kind, seed);
          String other =
              switch (kind) {
                case BIRTH_DATE -> LocalDate.parse(one).withDayOfYear(1 + step).toString();
                case IP_ADDRESS -> one.substring(0, one.lastIndexOf('.') + 1) + step % 256;
                default -> one;
              };
          return !Objects.equals(
                  Masks.mask(kind, MaskLevel.W, one, TODAY),
                  Masks.mask(kind, MaskLevel.W, other, TODAY))
              || partner(kind, one).equals(partner(kind, other));
        });
  }

  @Test
  void whatFailsItsValidatorIsFullyMaskedAtBothLevels() {
    qt().forAll(kinds(), levels(), integers().between(0, 999_999))
        .check((kind, level, seed) ->
            Masks.FULL.equals(Masks.mask(kind, level, broken(kind, seed), TODAY)));
  }

  @Test
  void healthBiometricsAndSecretsAreNeverShownEvenInPart() {
    qt().forAll(strings().betweenCodePoints(0x20, 0x9FFF).ofLengthBetween(0, 60))
        .check(text ->
            "[hidden]".equals(Masks.mask(MaskKind.NEVER_SHOWN, MaskLevel.W, text, TODAY))
                && Masks.mask(MaskKind.NEVER_SHOWN, MaskLevel.P, text, TODAY) == null);
  }

  @Test
  void aMaskDependsOnItsArgumentsOnly() {
    qt().forAll(kinds(), levels(), integers().between(0, 999_999))
        .check((kind, level, seed) -> {
          String value = valid(kind, seed);
          String first = Masks.mask(kind, level, value, TODAY);
          Masks.mask(kind, level, valid(kind, seed + 1), TODAY);
          return Objects.equals(first, Masks.mask(kind, level, value, TODAY));
        });
  }

  private static String broken(MaskKind kind, int seed) {
    String value = valid(kind, seed);
    return switch (kind) {
      case ADDRESS -> "街" + seed % 10;
      case IDENTITY_NUMBER -> value.substring(0, 17) + (value.charAt(17) == '0' ? '1' : '0');
      case BANK_ACCOUNT -> "62" + seed;
      case POLICY_NUMBER -> "P" + seed;
      case TELEPHONE -> "12" + "%09d".formatted(seed);
      case NAME, EMAIL, BIRTH_DATE, PLATE_NUMBER, IP_ADDRESS -> value + "<";
      case MONEY, NEVER_SHOWN, ORGANISATION -> value;
    };
  }

  private static String partner(MaskKind kind, String value) {
    return Objects.requireNonNull(Masks.mask(kind, MaskLevel.P, value, TODAY));
  }

  private static boolean revealsNoMore(MaskKind kind, MaskLevel level, String masked) {
    String again = Objects.requireNonNull(Masks.mask(kind, level, masked, TODAY));
    return shown(masked).containsAll(shown(again));
  }

  private static List<String> shown(String masked) {
    return masked.equals(Masks.FULL)
        ? List.of()
        : masked.codePoints().filter(c -> c != '*').mapToObj(Character::toString).toList();
  }

  /** Kinds that mask at all; money is shown to staff as it is. */
  private static Gen<MaskKind> kinds() {
    return arbitrary()
        .pick(
            MaskKind.NAME,
            MaskKind.IDENTITY_NUMBER,
            MaskKind.TELEPHONE,
            MaskKind.EMAIL,
            MaskKind.ADDRESS,
            MaskKind.BANK_ACCOUNT,
            MaskKind.POLICY_NUMBER,
            MaskKind.BIRTH_DATE,
            MaskKind.PLATE_NUMBER,
            MaskKind.IP_ADDRESS);
  }

  private static Gen<MaskLevel> levels() {
    return arbitrary().pick(MaskLevel.W, MaskLevel.P);
  }

  private static String valid(MaskKind kind, int seed) {
    return switch (kind) {
      case NAME -> "王" + Character.toString(0x4E00 + seed % 20_000) + "民";
      case IDENTITY_NUMBER ->
          ResidentIdentityNumber.make("110105", LocalDate.EPOCH.plusDays(seed % 9000), seed % 1000);
      case TELEPHONE ->
          seed % 2 == 0 ? "1381" + "%07d".formatted(seed) : "021-5" + "%07d".formatted(seed);
      case EMAIL -> "user" + seed + "@example.com";
      case ADDRESS -> "上海市浦东新区世纪大道" + seed + "号";
      case BANK_ACCOUNT -> "1%018d".formatted(seed);
      case POLICY_NUMBER -> "PA2015%08d".formatted(seed);
      case BIRTH_DATE -> LocalDate.EPOCH.plusDays(seed % 9000).toString();
      case PLATE_NUMBER -> "沪A%05d".formatted(seed % 100_000);
      case IP_ADDRESS -> "10." + seed % 200 + "." + seed % 251 + "." + seed % 13;
      case MONEY, NEVER_SHOWN, ORGANISATION -> Integer.toString(seed);
    };
  }
}
