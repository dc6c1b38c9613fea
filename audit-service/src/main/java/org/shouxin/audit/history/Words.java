package org.shouxin.audit.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One sentence in the languages of the product. */
public record Words(String zh, String en) {
  private static final Map<String, Words> PURPOSES =
      Map.ofEntries(
          term("P-01", "身份核验", "identity verification"),
          term("P-02", "需求分析与方案建议", "needs analysis and advice"),
          term("P-03", "向保险公司投保", "placing insurance"),
          term("P-04", "保单服务、续保与变更", "policy service"),
          term("P-05", "协助理赔", "claims assistance"),
          term("P-06", "健康告知", "health declaration"),
          term("P-07", "保费与赔款支付", "payments"),
          term("P-08", "反洗钱", "anti-money-laundering"),
          term("P-09", "法定业务档案", "statutory business files"),
          term("P-10", "投诉与纠纷处理", "complaints and disputes"),
          term("P-11", "营销信息", "marketing"),
          term("P-12", "与合作机构共享", "sharing with a partner intermediary"),
          term("P-13", "调查与反馈", "survey and feedback"),
          term("P-14", "统计与服务改进", "statistics and service improvement"),
          term("P-15", "个性化推荐", "personalised recommendation"),
          term("P-16", "人脸或声纹核验", "face or voice check"),
          term("P-17", "销售录音录像", "recording of the sale"),
          term("P-18", "未成年人信息处理", "data of a child"),
          term("P-19", "境外保险与救援", "overseas insurance and assistance"),
          term("P-20", "业务转让", "business transfer"),
          term("P-21", "安全与反欺诈", "security and fraud prevention"),
          term("P-22", "监管与司法", "supervision and courts"),
          term("P-23", "委托处理", "entrusted processing"),
          term("P-24", "清查与回访", "data inventory and call-back"),
          term("P-25", "员工合规监测", "staff compliance monitoring"));

  private static final Map<String, Words> FIELDS =
      Map.ofEntries(
          term("name", "姓名", "name"),
          term("idType", "证件类型", "type of ID"),
          term("idNumber", "证件号码", "ID number"),
          term("gender", "性别", "gender"),
          term("birthDate", "出生日期", "date of birth"),
          term("mobile", "手机号", "mobile number"),
          term("email", "电子邮箱", "e-mail address"),
          term("address", "地址", "address"),
          term("policies", "保单", "policies"));

  /**
   * What happened, for the person whose data it is: who, whether it was allowed, which fields, why.
   */
  static Words of(
      String actorKind, String actorId, boolean permitted, List<String> fields, String purpose) {
    Words who = actor(actorKind, actorId);
    Words why = PURPOSES.getOrDefault(purpose, new Words(purpose, purpose));
    Words what = list(fields);
    boolean known = !purpose.isEmpty();
    String zhReason = known ? "为“" + why.zh() + "”" : "";
    String enReason = known ? " for " + why.en() : "";
    return permitted
        ? new Words(
            who.zh() + zhReason + "查看了您的" + what.zh() + "。",
            who.en() + " saw your " + what.en() + enReason + ".")
        : new Words(
            who.zh() + zhReason + "请求查看您的" + what.zh() + "，已被拒绝。",
            who.en() + " asked to see your " + what.en() + enReason + " and was refused.");
  }

  private static Words actor(String kind, String id) {
    return switch (kind) {
      case "customer" -> new Words("您本人", "You yourself");
      case "partner" -> new Words("合作机构 " + id + " ", "The partner " + id);
      case "employee" -> new Words("工号 " + id + " 的员工", "Employee no. " + id);
      case "regulator" -> new Words("监管机构", "The regulator");
      default -> new Words("本系统", "The system");
    };
  }

  private static Words list(List<String> fields) {
    if (fields.isEmpty()) {
      return new Words("信息", "data");
    }
    List<Words> named =
        fields.stream().map(name -> FIELDS.getOrDefault(name, new Words(name, name))).toList();
    return new Words(
        named.stream().map(Words::zh).collect(Collectors.joining("、")),
        named.stream().map(Words::en).collect(Collectors.joining(", ")));
  }

  private static Map.Entry<String, Words> term(String code, String zh, String en) {
    return Map.entry(code, new Words(zh, en));
  }
}
