package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Secrets;
import org.shouxin.launcher.keycloak.Accounts;
import org.shouxin.launcher.keycloak.KeycloakServer;

/** Where the chapters play: the running system, its people, its log. */
final class Stage {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  final Layout layout;
  final Narrator narrator;
  final Backstage backstage;
  final Accounts accounts;
  final Cast cast;
  final LocalDate today;
  Broker broker = Broker.OLD;

  private final Clock clock;
  private final Tokens tokens;
  private final StoryLog log;
  private final Plot plot = Plot.read();
  private final List<ToldStep> told = new ArrayList<>();

  Stage(Layout layout, Narrator narrator, Clock clock) {
    this.layout = layout;
    this.narrator = narrator;
    this.clock = clock;
    this.backstage = new Backstage(layout, narrator);
    KeycloakServer keycloak = new KeycloakServer(layout, new Secrets(layout.secrets()));
    this.accounts = keycloak.accounts();
    this.tokens = new Tokens(keycloak.tokens(), clock);
    this.today = LocalDate.now(clock.withZone(CHINA));
    this.cast = new Cast(today);
    this.log = new StoryLog(new LoggedEvents(layout));
    about(cast.managerNo, Cast.HAIYUN, Cast.INSURER);
  }

  /** Lets a step happen and waits until all its events are in the log; then it is told. */
  void step(int number, Runnable act) {
    Instant from = clock.instant();
    act.run();
    List<JsonNode> found = log.await(number, plot.shownIn(number), from);
    told.add(new ToldStep(number, from, found));
    narrator.step(number, found);
  }

  /** Events that hold one of these ids belong to the story. */
  void about(String... ids) {
    log.about(ids);
  }

  /** The steps as they were told, so far. */
  List<ToldStep> told() {
    return List.copyOf(told);
  }

  Plot plot() {
    return plot;
  }

  StoryLog log() {
    return log;
  }

  Instant now() {
    return clock.instant();
  }

  Caller as(String person) {
    return new Caller(layout, () -> tokens.of(person));
  }

  Caller officer() {
    return as(broker.officer());
  }

  Caller second() {
    return as(broker.second());
  }

  Caller supervisor() {
    return as(broker.supervisor());
  }

  Caller customer() {
    return as(cast.customerAccount);
  }

  /** Who looks after L: W at Old, a manager of New's own afterwards. */
  Caller manager() {
    return as(broker.equals(Broker.OLD) ? cast.managerAccount : Cast.NEW_MANAGER);
  }

  Caller haiyun() {
    return as(Cast.HAIYUN);
  }

  Caller insurer() {
    return new Caller(layout, () -> tokens.ofClient(broker.insurerClient()));
  }

  /** Her next token says what is true of her now. */
  void signInAgain(String person) {
    tokens.forget(person);
  }
}
