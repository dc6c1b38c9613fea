package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Walks every button and form that stands on a page of the console, each kind of them once. */
final class ConsoleForms {
  private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]");
  private static final String ACTS = "act-button, written-act";

  /** A value for each thing to be written; a new thing without one fails the walk. */
  private static final List<String> VALUES =
      List.of(
          "",
          "1001",
          "STATUTORY_RETENTION",
          "2099-01-01",
          "mobile",
          "EXPLAIN",
          "PHONE",
          "TWO_FACTORS_ON_CALL_BACK",
          "words long enough for a reason");

  /** Kinds of which only what is right can be entered, or nothing. */
  private static final Set<Object> PICKED = Set.of("day", "choice");

  private static final String BLANKS =
      "(e, values) => e.blanks.map(b => ({ name: b.name, value: values.find(v =>"
          + " b.pattern.test(v)) ?? null, wrong: ['', '§'].find(v => !b.pattern.test(v)"
          + " && (b.kind !== 'choice' || v === '')) ?? null,"
          + " kind: b.kind }))";

  private final Screens screens;
  private final Page page;
  private final SentChanges changes;
  private final Set<String> kinds = new TreeSet<>();
  private final Set<String> walked = new TreeSet<>();

  ConsoleForms(Screens screens, Page page, SentChanges changes) {
    this.screens = screens;
    this.page = page;
    this.changes = changes;
  }

  /** The components that were walked. */
  Set<String> kinds() {
    return kinds;
  }

  /** All of one page; the last of them also by going back and forward. */
  void walk(String name) {
    screens.go(page, "training");
    screens.go(page, name);
    boolean any = false;
    for (int index = 0; index < page.locator(ACTS).count(); index++) {
      Locator act = page.locator(ACTS).nth(index);
      String kind = (String) act.evaluate("e => e.localName");
      if (walked.add(kind + " " + act.evaluate("e => e.label"))) {
        if (any) {
          changes.grant();
        }
        kinds.add(kind);
        press(kind, act);
        any = true;
      }
    }
    if (name.equals("traces")) {
      page.locator("traces-page label.choice input").first().check();
      Locator tracing = page.locator("traces-page");
      changes.pressedTwiceAndAgain(tracing, tracing.locator("[data-test='trace']"));
      kinds.add("traces-page");
      any = true;
    }
    if (any) {
      changes.nothingIsSentByGoingBackAndForward(() -> screens.go(page, name));
    }
  }

  private void press(String kind, Locator act) {
    if (kind.equals("act-button")) {
      act.locator("[data-test='act']").click();
      changes.pressedTwiceAndAgain(act, act.locator("[data-test='sure']"));
    } else {
      act.locator("summary").click();
      everyBlankTellsWhatIsWrong(act);
      changes.pressedTwiceAndAgain(act, act.locator("[data-test='write']"));
    }
  }

  /** In Chinese, beside its field; what was typed stays. */
  private void everyBlankTellsWhatIsWrong(Locator act) {
    List<?> blanks = (List<?>) act.evaluate(BLANKS, VALUES);
    for (Object each : blanks) {
      Map<?, ?> blank = (Map<?, ?>) each;
      String wrong = (String) blank.get("wrong");
      if (wrong != null && !PICKED.contains(blank.get("kind"))) {
        act.locator("#" + blank.get("name")).fill(wrong);
      }
    }
    act.locator("[data-test='write']").click();
    for (Object each : blanks) {
      Map<?, ?> blank = (Map<?, ?>) each;
      Locator field = act.locator("#" + blank.get("name"));
      if (blank.get("wrong") != null) {
        assertThat(act.locator("#" + blank.get("name") + "-wrong")).containsText(HAN);
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field)
            .hasValue(PICKED.contains(blank.get("kind")) ? "" : (String) blank.get("wrong"));
      }
      assertThat(blank.get("value")).as("a value for %s", blank.get("name")).isNotNull();
      if ("choice".equals(blank.get("kind"))) {
        field.selectOption((String) blank.get("value"));
      } else {
        field.fill((String) blank.get("value"));
      }
    }
  }
}
