package org.shouxin.records.notification;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;

/**
 * Fetches orders and mails them. SENDING is committed before a mail is handed over and the end
 * after it: whatever dies in between, a person gets a notice's version at most once.
 */
@ApplicationScoped
class NoticeDelivery {
  private static final Logger LOG = Logger.getLogger(NoticeDelivery.class);

  private static final String SUBJECT = "个人信息安全事件通知 / Notice of a personal data incident";

  private final NoticeOrderApi orders;
  private final DeliveryLedger ledger;
  private final ContactPoint contact;
  private final Readers readers;
  private final Mailbox mailbox;
  private final MailsLeft left;
  private final MailRounds rounds;

  NoticeDelivery(
      @RestClient NoticeOrderApi orders,
      DeliveryLedger ledger,
      ContactPoint contact,
      Readers readers,
      Mailbox mailbox,
      MailsLeft left,
      MailRounds rounds) {
    this.orders = orders;
    this.ledger = ledger;
    this.contact = contact;
    this.readers = readers;
    this.mailbox = mailbox;
    this.left = left;
    this.rounds = rounds;
  }

  @Scheduled(
      every = "{shouxin.notification.poll-every}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void poll() {
    rounds.run(MailRounds.Audience.CUSTOMERS, this::deliverRound);
  }

  private int deliverRound(int most) {
    List<NoticeOrderApi.Order> round = orders.claim(new NoticeOrderApi.Claim(most));
    List<NoticeOrderApi.OutcomeReport> outcomes = new ArrayList<>();
    for (NoticeOrderApi.Order order : round) {
      Outcome outcome =
          rounds.sendAlone(
              MailRounds.Audience.CUSTOMERS, order, NoticeOrderApi.Order::orderId, this::deliver);
      outcomes.add(
          new NoticeOrderApi.OutcomeReport(order.orderId(), order.controllerId(), outcome));
    }
    if (!outcomes.isEmpty()) {
      orders.report(new NoticeOrderApi.Outcomes(outcomes));
    }
    return round.size();
  }

  private Outcome deliver(NoticeOrderApi.Order order) {
    ControllerId controller = new ControllerId(order.controllerId());
    UUID id = Ids.parse(order.orderId());
    CustomerId customer = CustomerId.parse(order.customerId());
    Optional<Outcome> ended = ledger.findEnded(controller, id);
    if (ended.isPresent()) {
      return ended.get();
    }
    List<CustomerId> reading = readers.of(controller, customer);
    if (!ledger.begin(controller, id, customer, reading)) {
      return Outcome.RETRY;
    }
    Outcome outcome = send(controller, id, reading, order.bodyZh() + "\n" + order.bodyEn());
    ledger.end(controller, id, outcome);
    return outcome;
  }

  /** To each reader once: a guardian who was told is not told again because another one was not. */
  private Outcome send(ControllerId controller, UUID id, List<CustomerId> reading, String text) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < reading.size(); i++) {
      UUID mail = mail(id, i);
      CustomerId reader = reading.get(i);
      outcomes.add(
          left.once(
              controller,
              id.toString(),
              reader.toString(),
              () -> send(controller, mail, reader, text)));
    }
    return MailRounds.together(outcomes);
  }

  /** The first mail has the order's number, each further one a number of its own made of it. */
  private static UUID mail(UUID order, int place) {
    return place == 0
        ? order
        : UUID.nameUUIDFromBytes((order + "/" + place).getBytes(StandardCharsets.UTF_8));
  }

  private Outcome send(ControllerId controller, UUID id, CustomerId customer, String text) {
    try {
      Optional<String> address = contact.find(controller, customer);
      if (address.isEmpty()) {
        return Outcome.NO_ADDRESS;
      }
      mailbox.send(id, address.get(), SUBJECT, text);
      return Outcome.SENT;
    } catch (NotSentException kept) {
      return kept.outcome();
    } catch (RuntimeException unknown) {
      LOG.errorf("order %s may have left: %s", id, unknown.getClass().getSimpleName());
      return Outcome.UNCERTAIN;
    }
  }
}
