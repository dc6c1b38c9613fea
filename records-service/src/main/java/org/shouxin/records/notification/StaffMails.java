package org.shouxin.records.notification;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
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

  private final StaffMailApi orders;
  private final StaffRoster roster;
  private final Database database;
  private final Mailbox mailbox;
  private final MailsLeft left;
  private final MailRounds rounds;

  StaffMails(
      @RestClient StaffMailApi orders,
      StaffRoster roster,
      Database database,
      Mailbox mailbox,
      MailsLeft left,
      MailRounds rounds) {
    this.orders = orders;
    this.roster = roster;
    this.database = database;
    this.mailbox = mailbox;
    this.left = left;
    this.rounds = rounds;
  }

  @Scheduled(
      every = "{shouxin.notification.poll-every}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void poll() {
    rounds.run(MailRounds.Audience.STAFF, this::sendRound);
  }

  private int sendRound(int most) {
    List<StaffMailApi.CaseMail> round = orders.claim(new StaffMailApi.Claim(most));
    List<StaffMailApi.OutcomeReport> outcomes = new ArrayList<>();
    for (StaffMailApi.CaseMail mail : round) {
      Outcome outcome =
          rounds.sendAlone(
              MailRounds.Audience.STAFF, mail, StaffMailApi.CaseMail::noticeId, this::send);
      outcomes.add(new StaffMailApi.OutcomeReport(mail.controllerId(), mail.noticeId(), outcome));
    }
    if (!outcomes.isEmpty()) {
      orders.report(new StaffMailApi.Outcomes(outcomes));
    }
    return round.size();
  }

  /** To each address once: a mail that has left does not leave again because another one failed. */
  private Outcome send(StaffMailApi.CaseMail mail) {
    ControllerId controller = new ControllerId(mail.controllerId());
    List<String> addresses =
        database.read(
            controller,
            handle -> roster.workEmails(handle, mail.role(), mail.handler(), mail.notTo()));
    return MailRounds.together(
        addresses.stream()
            .map(address ->
                left.once(controller, mail.noticeId(), address, () -> send(mail, address)))
            .toList());
  }

  private Outcome send(StaffMailApi.CaseMail mail, String address) {
    try {
      mailbox.send(
          MailsLeft.nameOf(mail.noticeId(), address),
          address,
          CaseWords.subject(mail),
          CaseWords.text(mail));
      return Outcome.SENT;
    } catch (NotSentException notSent) {
      return notSent.outcome();
    } catch (RuntimeException unknown) {
      LOG.errorf(
          "notice %s may have left: %s", mail.noticeId(), unknown.getClass().getSimpleName());
      return Outcome.UNCERTAIN;
    }
  }
}
