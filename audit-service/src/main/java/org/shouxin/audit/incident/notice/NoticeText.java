package org.shouxin.audit.incident.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.shouxin.audit.entry.PersonalNumbers;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * A text with all items of PIPL 57 in both languages, or refused.
 *
 * @param sha256 of both bodies, base64url
 */
public record NoticeText(String zh, String en, String sha256) {
  private static final int LONGEST_ITEM = 2_000;

  /**
   * Writes the text.
   *
   * @param items by language tag, then by item
   * @throws ProblemException {@code INCIDENT_NOTICE_INCOMPLETE} naming every missing item; {@code
   *     INCIDENT_TEXT_PERSONAL} when an item holds a person's number
   */
  public static NoticeText write(Map<String, Map<NoticeItem, String>> items) {
    List<Problem.Fault> missing = new ArrayList<>();
    items.keySet().forEach(Language::parse);
    for (Language language : Language.values()) {
      Map<NoticeItem, String> texts = items.getOrDefault(language.tag(), Map.of());
      Arrays.stream(NoticeItem.values())
          .filter(item -> texts.getOrDefault(item, "").isBlank())
          .forEach(item ->
              missing.add(
                  new Problem.Fault(
                      language.tag() + "." + item, "ITEM_MISSING", "PIPL 57: must be told")));
    }
    if (!missing.isEmpty()) {
      throw new ProblemException(
          ProblemCode.INCIDENT_NOTICE_INCOMPLETE,
          String.join(", ", missing.stream().map(Problem.Fault::field).toList()),
          missing);
    }
    String zh = body(Language.ZH_CN, items);
    String en = body(Language.EN, items);
    return new NoticeText(zh, en, sha256(zh + en));
  }

  private static String body(Language language, Map<String, Map<NoticeItem, String>> items) {
    StringBuilder body = new StringBuilder();
    for (NoticeItem item : NoticeItem.values()) {
      String text = items.getOrDefault(language.tag(), Map.of()).getOrDefault(item, "").strip();
      if (text.length() > LONGEST_ITEM) {
        throw new ProblemException(
            ProblemCode.REQUEST_INVALID, item + " is longer than " + LONGEST_ITEM);
      }
      if (item != NoticeItem.CONTACT && PersonalNumbers.areIn(text)) {
        throw new ProblemException(ProblemCode.INCIDENT_TEXT_PERSONAL, item.name());
      }
      body.append(item.title(language)).append('\n').append(text).append("\n\n");
    }
    return body.toString();
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
