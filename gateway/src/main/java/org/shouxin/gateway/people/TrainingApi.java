package org.shouxin.gateway.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;

/** Training, tests, signatures and certificates (R-AC-06). */
@GraphQLApi
@ApplicationScoped
public class TrainingApi {
  private final TrainingEndpoint training;
  private final Neighbours neighbours;

  @Inject
  TrainingApi(@RestClient TrainingEndpoint training, Neighbours neighbours) {
    this.training = training;
    this.neighbours = neighbours;
  }

  @Query("trainingTranscript")
  @Description("An employee's transcript; without a number the caller's own.")
  public @NonNull TrainingTranscript trainingTranscript(
      @Id @Name("employeeNo") @Nullable String employeeNo) {
    return neighbours.ask(() -> employeeNo == null ? training.mine() : training.of(employeeNo));
  }

  @Query("courses")
  @Description("The course catalogue.")
  public @NonNull List<@NonNull Course> courses() {
    return neighbours.ask(() -> training.courses());
  }

  @Query("undertakings")
  @Description("The confidentiality agreement and the pledge to sign.")
  public @NonNull List<@NonNull UndertakingText> undertakings() {
    return neighbours.ask(() -> training.undertakings());
  }

  @Mutation("openCourse")
  @Description("Opens a course to study alone, one at a time.")
  public @NonNull OpenedSession openCourse(@NonNull @Name("course") String course) {
    return neighbours.ask(() -> training.openCourse(new TrainingEndpoint.Wanted(course)));
  }

  @Mutation("endCourse")
  @Description("Ends the open course; its minutes count as they passed (TRAINING_TOO_FAST).")
  public @NonNull @Id String endCourse(@NonNull @Id @Name("sessionId") String sessionId) {
    return neighbours.ask(() -> {
      training.endCourse(sessionId);
      return sessionId;
    });
  }

  @Mutation("recordAttendance")
  @Description("Records a signed attendance list; how many people are on it.")
  public @NonNull Integer recordAttendance(@NonNull @Name("input") AttendanceInput input) {
    return neighbours.ask(() -> {
      training.recordAttendance(input);
      return input.people().size();
    });
  }

  @Mutation("drawKnowledgeTest")
  @Description("Draws a test that the caller has never been given.")
  public @NonNull KnowledgeTest drawKnowledgeTest() {
    return neighbours.ask(() -> training.drawKnowledgeTest());
  }

  @Mutation("answerKnowledgeTest")
  @Description("Marks a test: one option for each question, counted from 1.")
  public @NonNull TestResult answerKnowledgeTest(
      @NonNull @Id @Name("testId") String testId,
      @NonNull @Name("answers") List<@NonNull Integer> answers) {
    return neighbours.ask(
        () -> training.answerKnowledgeTest(testId, new TrainingEndpoint.Answers(answers)));
  }

  @Mutation("signUndertaking")
  @Description("Signs the text of that digest; its kind.")
  public @NonNull String signUndertaking(@NonNull @Name("input") SignUndertakingInput input) {
    return neighbours.ask(() -> {
      training.signUndertaking(input);
      return input.kind();
    });
  }

  @Mutation("recordAgreementBreach")
  @Description("Records a breach of the confidentiality agreement; it suspends at once.")
  public @NonNull @Id String recordAgreementBreach(
      @NonNull @Id @Name("employeeNo") String employeeNo,
      @NonNull @Name("evidence") String evidence) {
    return neighbours
        .ask(() ->
            training.recordAgreementBreach(employeeNo, new TrainingEndpoint.Evidence(evidence)))
        .id();
  }

  @Mutation("liftAgreementBreach")
  @Description("Lifts a breach; never by who recorded it.")
  public @NonNull @Id String liftAgreementBreach(
      @NonNull @Id @Name("breachId") String breachId, @NonNull @Name("evidence") String evidence) {
    return neighbours.ask(() -> {
      training.liftAgreementBreach(breachId, new TrainingEndpoint.Evidence(evidence));
      return breachId;
    });
  }

  @Mutation("proposeCertificates")
  @Description("Proposes certificates from before; they hold once approved by another.")
  public @NonNull CertificateImport proposeCertificates(
      @NonNull @Name("input") CertificatesInput input) {
    return neighbours.ask(() -> training.proposeCertificates(input));
  }

  @Mutation("approveCertificates")
  @Description("Approves proposed certificates.")
  public @NonNull CertificateImport approveCertificates(
      @NonNull @Id @Name("importId") String importId) {
    return neighbours.ask(() -> training.approveCertificates(importId));
  }
}
