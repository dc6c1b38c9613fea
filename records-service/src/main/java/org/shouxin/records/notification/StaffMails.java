package org.shouxin.records.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.records.access.StaffRoster;

/**
 * Mails to staff that a case is late or major (R-CP-01, D-127), to the work addresses of the
 * controller's staff list. A mail says that something waits in the console and nothing of the
 * person; one that comes twice does no harm.
 */
@ApplicationScoped
class StaffMails {
  private static final Logger LOG = Logger.getLogger(StaffMails.class);
  private static final int ROUND = 10;

  private final StaffMailApi orders;
  private final StaffRoster roster;
  private final Database database;
  private final Mailbox mailbox;
  private final MeterRegistry metrics;

  StaffMails(
      @RestClient StaffMailApi orders,
      StaffRoster roster,
      Database database,
      Mailbox mailbox,
      MeterRegistry metrics) {
    this.orders = orders;
    this.roster = roster;
    this.database = database;
    this.mailbox = mailbox;
    this.metrics = metrics;
  }

  @Scheduled(
      every = "{shouxin.notification.poll-every}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void poll() {
    try {
      while (sendRound() == ROUND) {
        // The next round waits already.
      }
    } catch (RuntimeException away) {
      metrics.counter("shouxin.notification.failures").increment();
      LOG.warnf("mails to staff wait: %s", away.getClass().getSimpleName());
    }
  }

  private int sendRound() {
    List<StaffMailApi.CaseMail> round = orders.claim(new StaffMailApi.Claim(ROUND));
    List<StaffMailApi.OutcomeReport> outcomes = new ArrayList<>();
    for (StaffMailApi.CaseMail mail : round) {
      Outcome outcome = sendAlone(mail);
      metrics.counter("shouxin.notification.mails", "outcome", outcome.name()).increment();
      outcomes.add(new StaffMailApi.OutcomeReport(mail.controllerId(), mail.noticeId(), outcome));
    }
    if (!outcomes.isEmpty()) {
      orders.report(new StaffMailApi.Outcomes(outcomes));
    }
    return round.size();
  }

  /** One notice that fails keeps no other one back; before its first mail nothing has left. */
  private Outcome sendAlone(StaffMailApi.CaseMail mail) {
    try {
      return send(mail);
    } catch (RuntimeException failed) {
      LOG.errorf("notice %s: %s", mail.noticeId(), failed.getClass().getSimpleName());
      return Outcome.RETRY;
    }
  }

  /**
   * Told is a function of which one was told; what reached nobody is tried again or has no address.
   */
  private Outcome send(StaffMailApi.CaseMail mail) {
    List<String> addresses =
        database.read(
            new ControllerId(mail.controllerId()),
            handle -> roster.workEmails(handle, mail.role(), mail.handler(), mail.notTo()));
    List<Outcome> outcomes = addresses.stream().map(address -> send(mail, address)).toList();
    return Stream.of(Outcome.SENT, Outcome.UNCERTAIN, Outcome.RETRY)
        .filter(outcomes::contains)
        .findFirst()
        .orElse(Outcome.NO_ADDRESS);
  }

  private Outcome send(StaffMailApi.CaseMail mail, String address) {
    try {
      mailbox.send(nameOf(mail, address), address, CaseWords.subject(mail), CaseWords.text(mail));
      return Outcome.SENT;
    } catch (NotSentException notSent) {
      return notSent.outcome();
    } catch (RuntimeException unknown) {
      LOG.errorf(
          "notice %s may have left: %s", mail.noticeId(), unknown.getClass().getSimpleName());
      return Outcome.UNCERTAIN;
    }
  }

  /** The same mail to the same address has the same name, however often it is sent. */
  private static UUID nameOf(StaffMailApi.CaseMail mail, String address) {
    return UUID.nameUUIDFromBytes(
        (mail.noticeId() + "|" + address).getBytes(StandardCharsets.UTF_8));
  }
}
