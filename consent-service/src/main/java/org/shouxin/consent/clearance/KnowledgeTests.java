package org.shouxin.consent.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Draws tests from the bank, so that nobody meets the same set twice, and marks them (R-AC-06). */
@ApplicationScoped
class KnowledgeTests {
  private static final int MOST_DRAWS = 20;
  private static final String INSERT =
      "insert into test_attempt (controller_id, id, person_id, questions, set_key, drawn_at)"
          + " values (?, ?, ?, ?, ?, ?) on conflict on constraint test_attempt_set_once do nothing";
  private static final String MARK =
      """
      select (select count(*) from unnest(t.questions) with ordinality as asked (number, place)
               join test_question q on q.number = asked.number
              where q.right_option = (:answers::integer[])[asked.place])
        from test_attempt t
       where t.id = :id and t.person_id = :person and t.answered_at is null
         and cardinality(t.questions) = :count for update\
      """;

  private final SecureRandom random = new SecureRandom();
  private final Database database;
  private final Certification certification;
  private final QuestionBank bank;
  private final AuditOutbox audit;
  private final Clock clock;

  KnowledgeTests(
      Database database,
      Certification certification,
      QuestionBank bank,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.certification = certification;
    this.bank = bank;
    this.audit = audit;
    this.clock = clock;
  }

  /** Draws a set that this person has never been given. */
  KnowledgeTest draw(Actor actor) {
    LocalDate today = BusinessTime.today(clock);
    return database.write(
        actor.controller(),
        handle -> {
          int count = ClearanceRule.inForce(handle, today).questions();
          List<Integer> numbers = new ArrayList<>(bank.numbers(handle, today));
          for (int i = 0; i < MOST_DRAWS; i++) {
            Collections.shuffle(numbers, random);
            List<Integer> drawn = List.copyOf(numbers.subList(0, count));
            UUID id = Ids.next();
            if (keep(handle, actor, id, drawn)) {
              return new KnowledgeTest(id, bank.questions(handle, drawn));
            }
          }
          throw new ProblemException(ProblemCode.CONFLICT, "The bank has no set left for you.");
        });
  }

  /** Marks answers, one for each question, counted from 1; a test is answered once. */
  KnowledgeTest.Result answer(Actor actor, UUID id, List<Integer> answers) {
    LocalDate today = BusinessTime.today(clock);
    return database.write(
        actor.controller(),
        handle -> {
          certification.lock(handle, actor.id());
          int right =
              handle
                  .createQuery(MARK)
                  .bindArray("answers", Integer.class, answers)
                  .bind("id", id)
                  .bind("person", actor.id())
                  .bind("count", answers.size())
                  .mapTo(Integer.class)
                  .findOne()
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          boolean passed = ClearanceRule.inForce(handle, today).passes(right);
          handle.execute(
              "update test_attempt set answered_at = ?, right_answers = ?, passed = ? where id = ?",
              clock.instant(),
              right,
              passed,
              id);
          audit.record(
              handle,
              AuditEvents.of(actor, passed ? "test.passed" : "test.failed", clock)
                  .resource("test", id.toString())
                  .count(right)
                  .build());
          certification.issueIfComplete(handle, actor, actor.id());
          return new KnowledgeTest.Result(right, answers.size(), passed);
        });
  }

  private boolean keep(Handle handle, Actor actor, UUID id, List<Integer> drawn) {
    String key =
        drawn.stream().sorted().map(number -> number.toString()).collect(Collectors.joining(","));
    return handle
            .createUpdate(INSERT)
            .bind(0, actor.controller())
            .bind(1, id)
            .bind(2, actor.id())
            .bindArray(3, Integer.class, drawn)
            .bind(4, key)
            .bind(5, clock.instant())
            .execute()
        == 1;
  }
}
