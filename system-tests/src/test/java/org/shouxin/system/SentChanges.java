package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page sends to change something. It is kept here and answered as a test wants it, so that
 * every form can be walked and nothing is changed; what the page asks goes on, but for the lists
 * that a test plants.
 */
final class SentChanges {
  private static final Pattern CHANGE = Pattern.compile("\"query\":\"mutation (\\w+)");
  private static final String TYPED =
      """
      e => { const all = root => [...root.querySelectorAll('*')].flatMap(n => [n, ...(n.shadowRoot ? all(n.shadowRoot) : [])]);
        return all(e.shadowRoot).filter(n => n.matches('input, textarea')).map(n => n.type === 'checkbox' || n.type === 'radio' ? String(n.checked) : n.value); }\
      """;

  private final Page page;
  private final Map<String, String> planted;
  private final List<Sent> sent = new ArrayList<>();

  private record Sent(String operation, String key, Route route) {
    void refuse() {
      answer(
          "{\"data\":null,\"errors\":[{\"message\":\"x\",\"extensions\":{\"code\":\"SERVICE_UNAVAILABLE\"}}]}");
    }

    void grant() {
      answer("{\"data\":{\"done\":{\"id\":\"1\"}}}");
    }

    private void answer(String body) {
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(200)
              .setContentType("application/json")
              .setBody(body));
    }
  }

  /**
   * Watches a page.
   *
   * @param planted answers to queries by the queries' names
   */
  SentChanges(Page page, Map<String, String> planted) {
    this.page = page;
    this.planted = planted;
    page.route("**/graphql", this::take);
  }

  private void take(Route route) {
    String body = Objects.requireNonNullElse(route.request().postData(), "");
    Matcher change = CHANGE.matcher(body);
    if (change.find()) {
      String key = route.request().headers().getOrDefault("idempotency-key", "");
      sent.add(new Sent(change.group(1), key, route));
      return;
    }
    planted.entrySet().stream()
        .filter(answer ->
            body.contains("\"query\":\"query " + answer.getKey() + " ")
                || body.contains("\"query\":\"query " + answer.getKey() + "("))
        .findFirst()
        .ifPresentOrElse(
            answer ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("application/json")
                        .setBody("{\"data\":" + answer.getValue() + "}")),
            route::resume);
  }

  /**
   * Two clicks send one change; refused, it says so and keeps what was typed; sent again, it is the
   * same act, so that the services know it by its key. The second copy stays under way.
   */
  void pressedTwiceAndAgain(Locator form, Locator button) {
    List<?> typed = (List<?>) form.evaluate(TYPED);
    Sent first = pressTwice(button);
    first.refuse();
    assertThat(form.locator("[data-test='failure']").first()).isVisible();
    assertThat(form.evaluate(TYPED)).as("what was typed").isEqualTo(typed);
    Sent again = pressTwice(button);
    assertThat(first.key()).as("key of " + first.operation()).hasSizeBetween(8, 100);
    assertThat(again.key()).as("the same act").isEqualTo(first.key());
  }

  private Sent pressTwice(Locator button) {
    int before = sent.size();
    button.dblclick();
    page.waitForCondition(() -> sent.size() > before);
    assertThat(button).isDisabled();
    button.dispatchEvent("click");
    assertThat(sent).as("two clicks").hasSize(before + 1);
    return sent.getLast();
  }

  private List<Sent> sentAs(String operation) {
    return sent.stream().filter(one -> one.operation().equals(operation)).toList();
  }

  /** Answers what is under way. */
  void grant() {
    sent.getLast().grant();
  }

  /** Back and forward, while a change is under way and after it: nothing is sent. */
  void nothingIsSentByGoingBackAndForward(Runnable until) {
    String operation = sent.getLast().operation();
    List<Sent> before = sentAs(operation);
    page.goBack();
    page.goForward();
    until.run();
    grant();
    page.goBack();
    page.goForward();
    until.run();
    assertThat(sentAs(operation)).as("after going back and forward").isEqualTo(before);
  }
}
