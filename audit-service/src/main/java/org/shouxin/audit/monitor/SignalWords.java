package org.shouxin.audit.monitor;

import org.shouxin.audit.monitor.rule.Contribution;
import org.shouxin.audit.monitor.rule.Signal;

/** What a contribution says to a reviewer, in both languages. */
record SignalWords(String zh, String en) {

  static SignalWords of(Contribution part) {
    SignalWords what = what(part.signal());
    return new SignalWords(
        "%s：%s（界限 %s 至 %s）"
            .formatted(
                what.zh(), number(part.measured()), number(part.soft()), number(part.hard())),
        "%s: %s (limits %s to %s)"
            .formatted(
                what.en(), number(part.measured()), number(part.soft()), number(part.hard())));
  }

  private static SignalWords what(Signal signal) {
    return switch (signal) {
      case PACE -> new SignalWords("两分钟内涉及的不同客户数", "different people within two minutes");
      case VOLUME -> new SignalWords("一小时内涉及的不同客户数", "different people within an hour");
      case BREADTH -> new SignalWords("当日涉及的不同客户数", "different people today");
      case LISTED -> new SignalWords("当日以列表方式取得的不同客户数", "different people taken from lists today");
      case NOT_OWN ->
          new SignalWords("当日涉及的非本人客户数", "people today whom the actor does not look after");
      case NOT_FOUND -> new SignalWords("当日被拒或查无的人数", "people refused or not found today");
      case SEQUENCE ->
          new SignalWords("在同一号段内的连续查询次数", "searches in one block of neighbouring numbers");
      case SURNAME -> new SignalWords("对同一姓氏的集中查询次数", "searches for one surname");
      case OFF_HOURS -> new SignalWords("非工作时间涉及的不同客户数", "different people outside working hours");
      case EXPORT -> new SignalWords("大量查询之后的导出次数", "exports after many look-ups");
      case CANARY -> new SignalWords("触碰诱饵记录次数", "canary records touched");
      case LIMIT -> new SignalWords("达到当日人数上限的次数", "refusals at the daily limit");
      case BREAK_GLASS -> new SignalWords("当日紧急访问次数", "uses of break-glass today");
      case SLOW -> new SignalWords("多日持续高于本人常态的累积值", "sum of days above the actor's own usual");
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : "%.1f".formatted(value);
  }
}
