package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** L's telephone: on one machine messages are files of the installation's home. */
final class Telephone {
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

  private Telephone() {}

  /** She asks for a code to a number and proposes the number with it; the correction's id. */
  static String proves(Stage stage, String mobile) {
    stage
        .customer()
        .ask(
            "mutation($mobile: String!) { sendMobileCode(mobile: $mobile) { expiresAt } }",
            Map.of("mobile", mobile));
    JsonNode applied =
        stage
            .customer()
            .tell(
                "proposeCorrection",
                "ProposeCorrectionInput",
                Map.of(
                    "customerId",
                    stage.cast.customerId,
                    "field",
                    "mobile",
                    "value",
                    mobile,
                    "code",
                    Wait.until("the code", () -> code(stage, mobile))),
                "{ id state }");
    return applied.path("id").asText();
  }

  private static Optional<String> code(Stage stage, String mobile) {
    Path folder = stage.layout.home().resolve("messages/sms");
    try (Stream<Path> messages = Files.list(folder)) {
      return messages
          .sorted()
          .map(Telephone::text)
          .filter(text -> text.startsWith(mobile))
          .reduce((earlier, later) -> later)
          .map(text -> CODE.matcher(text.substring(mobile.length())))
          .filter(Matcher::find)
          .map(Matcher::group);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
