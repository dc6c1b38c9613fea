package org.shouxin.launcher.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the notice and the reports say: the six items of PIPL 57, in both languages. */
final class IncidentWords {
  private static final List<Map<String, String>> TEXTS =
      List.of(
          words(
              "zh-CN",
              "姓名、手机号（脱敏）",
              "合作机构离职人员私自留存查询结果",
              "可能遭遇冒充客服的诈骗电话",
              "已暂停该机构的访问并要求删除",
              "请勿向来电者提供验证码，可随时向我们核实",
              "dpo@donghai.example"),
          words(
              "en",
              "name and mobile number, both masked",
              "a former agent of a partner kept query results",
              "fraudulent calls in our name are possible",
              "the partner's access is suspended, deletion is demanded",
              "give no code to callers, and ask us at any time",
              "dpo@donghai.example"));

  private IncidentWords() {}

  static List<Map<String, String>> inBothLanguages() {
    return TEXTS;
  }

  private static Map<String, String> words(
      String language,
      String categories,
      String cause,
      String harm,
      String taken,
      String yours,
      String contact) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("language", language);
    words.put("categories", categories);
    words.put("cause", cause);
    words.put("harm", harm);
    words.put("measuresTaken", taken);
    words.put("measuresYouCanTake", yours);
    words.put("contact", contact);
    return words;
  }
}
