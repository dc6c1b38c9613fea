package org.shouxin.records.correction.code;

/** What the message says, in both languages: what it is for, and that nobody asks for it (T-12). */
final class CodeText {
  private CodeText() {}

  static String of(String code) {
    return "【守信】更正手机号的验证码："
        + code
        + "，5 分钟内有效。任何人向您索要都是诈骗。\n"
        + "[Shouxin] Code to correct your mobile number: "
        + code
        + ", good for 5 minutes. Nobody from us will ever ask you for it.";
  }
}
