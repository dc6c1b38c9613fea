package org.shouxin.records.intake.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.shouxin.records.quality.ResidentIdentityNumber;

/**
 * People who do not exist: random names, city-level region codes, numbers with right check digits.
 */
final class SamplePeople {
  private static final List<String> SURNAMES =
      List.of(
          "陈", "林", "黄", "周", "吴", "徐", "朱", "马", "胡", "郭", "何", "罗", "高", "梁", "宋", "欧阳", "诸葛");
  private static final List<String> GIVEN =
      List.of(
          "安", "柏", "辰", "东", "恩", "帆", "冠", "涵", "嘉", "珂", "岚", "沐", "宁", "沛", "清", "若", "书", "桐");
  private static final List<String> MINORITY = List.of("阿依古丽·买买提", "巴特尔·苏和", "古丽娜尔·艾合买提");
  private static final List<String> PLACES =
      List.of(
          "330100浙江省杭州市",
          "330200浙江省宁波市",
          "320500江苏省苏州市",
          "310100上海市",
          "510100四川省成都市",
          "440100广东省广州市",
          "420100湖北省武汉市",
          "610100陕西省西安市",
          "350200福建省厦门市",
          "110100北京市");
  private static final List<String> STREETS = List.of("滨河路", "学府街", "云栖大道", "望湖巷", "东风路");

  private final Random random;

  SamplePeople(Random random) {
    this.random = random;
  }

  /** One made-up person. */
  record Person(
      String name, boolean male, LocalDate born, String idNumber, String mobile, String address) {
    Person withMobile(String other) {
      return new Person(name, male, born, idNumber, other, address);
    }

    Person withAddress(String other) {
      return new Person(name, male, born, idNumber, mobile, other);
    }

    @Override
    public String toString() {
      return "Person[made up]";
    }
  }

  Person adult() {
    return born(LocalDate.of(1955, 1, 1).plusDays(random.nextInt(17_000)));
  }

  Person child() {
    return born(LocalDate.of(2014, 1, 1).plusDays(random.nextInt(3_600)));
  }

  String name() {
    if (random.nextInt(40) == 0) {
      return pick(MINORITY);
    }
    return pick(SURNAMES) + pick(GIVEN) + (random.nextInt(3) == 0 ? "" : pick(GIVEN));
  }

  /** Of the 199 numbers; never one of the forms that validators call made up. */
  String mobile() {
    return "199%d%07d".formatted(1 + random.nextInt(9), 1_000_003 + random.nextInt(8_000_000));
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private Person born(LocalDate born) {
    String place = pick(PLACES);
    boolean male = random.nextBoolean();
    int sequence = 2 * random.nextInt(500) + (male ? 1 : 0);
    String address =
        place.substring(6)
            + pick(STREETS)
            + (1 + random.nextInt(900))
            + "号"
            + (1 + random.nextInt(30))
            + "幢"
            + (101 + random.nextInt(2_800))
            + "室";
    return new Person(
        name(),
        male,
        born,
        ResidentIdentityNumber.make(place.substring(0, 6), born, sequence),
        mobile(),
        address);
  }
}
