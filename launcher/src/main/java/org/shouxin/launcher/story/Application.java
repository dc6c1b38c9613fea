package org.shouxin.launcher.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.LauncherException;

/** Step 6: insurer X is given the application, masked, and the policy that comes of it is filed. */
final class Application implements Chapter {
  static final String FOUND =
      "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"P-03\") {"
          + " id name mobile } }";

  @Override
  public void play(Stage stage) {
    Cast cast = stage.cast;
    stage.step(
        6,
        () -> {
          String found =
              stage
                  .insurer()
                  .ask(FOUND, Map.of("factors", cast.customer.factors()))
                  .path("id")
                  .asText();
          if (!found.equals(cast.customerId)) {
            throw new LauncherException("The story was told otherwise: the insurer found nobody.");
          }
          handedOver(stage);
          filed(stage);
        });
  }

  /** The application as a file that only the insurer can open; S says that it may leave. */
  private static void handedOver(Stage stage) {
    InsurerKeys keys = InsurerKeys.create();
    String export =
        stage
            .manager()
            .tell(
                "requestExport",
                "RequestExportInput",
                Map.of(
                    "customerIds",
                    List.of(stage.cast.customerId),
                    "purpose",
                    "P-04",
                    "reference",
                    "APP-" + stage.cast.managerNo,
                    "format",
                    "CSV",
                    "receiver",
                    Cast.INSURER,
                    "receiverKey",
                    keys.publicKey()),
                "{ id }")
            .path("id")
            .asText();
    stage.about(export);
    stage
        .supervisor()
        .ask(
            "mutation($id: ID!, $key: String!) { approveExport(exportId: $id, keyDigest: $key) { state } }",
            Map.of("id", export, "key", keys.digest()));
    stage
        .manager()
        .ask(
            "mutation($id: ID!) { produceExport(exportId: $id) { ciphertext } }",
            Map.of("id", export));
  }

  /** The policy, and an old one of hers that ended long ago. */
  private static void filed(Stage stage) {
    Imported.of(stage, book(stage.cast, stage.cast.customer.mobile(), stage.cast.managerNo));
  }

  /** Her two policies as a book tells them. */
  static String book(Cast cast, String mobile, String managerNo) {
    Map<String, String> policy = row(cast, mobile, managerNo);
    Map<String, String> old = new LinkedHashMap<>(policy);
    old.put("投保单号", "SA" + cast.managerNo + "09");
    old.put("保单号", cast.oldPolicyNumber);
    old.put("起保日期", "2009-03-06");
    old.put("终止日期", "2012-03-05");
    return String.join(",", policy.keySet())
        + "\n"
        + String.join(",", policy.values())
        + "\n"
        + String.join(",", old.values())
        + "\n";
  }

  private static Map<String, String> row(Cast cast, String mobile, String managerNo) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("投保单号", "SA" + cast.managerNo + "26");
    row.put("保单号", cast.policyNumber);
    row.put("保险公司", "平和人寿保险有限公司");
    row.put("险种", "两全保险");
    row.put("保险金额", "300000");
    row.put("保险费", "2866.00");
    row.put("起保日期", "2024-03-06");
    row.put("终止日期", "2044-03-05");
    row.put("投保人姓名", cast.customer.name());
    row.put("投保人性别", "女");
    row.put("投保人出生日期", cast.customer.birthDate().toString());
    row.put("投保人证件类型", "居民身份证");
    row.put("投保人证件号码", cast.customer.idNumber());
    row.put("投保人证件有效期至", "2045-01-01");
    row.put("投保人手机", mobile);
    row.put("投保人职业", "会计师");
    row.put("被保险人姓名", cast.child.name());
    row.put("与投保人关系", "子女");
    row.put("被保险人性别", "女");
    row.put("被保险人出生日期", cast.child.birthDate().toString());
    row.put("被保险人证件类型", "居民身份证");
    row.put("被保险人证件号码", cast.child.idNumber());
    row.put("业务员工号", managerNo);
    return row;
  }
}
