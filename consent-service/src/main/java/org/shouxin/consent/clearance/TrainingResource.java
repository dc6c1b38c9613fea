package org.shouxin.consent.clearance;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.CLIENT_MANAGER;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.OPERATOR;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.consent.purpose.Language;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** What staff do to be cleared: courses, attendance, tests, signatures (R-AC-06). */
@Path("/v1/training")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({CLIENT_MANAGER, SUPERVISOR, COMPLIANCE_OFFICER, AUDITOR, OPERATOR})
class TrainingResource {
  private final Training training;
  private final KnowledgeTests tests;
  private final Undertakings undertakings;
  private final Database database;
  private final CurrentActor actor;
  private final Clock clock;

  TrainingResource(
      Training training,
      KnowledgeTests tests,
      Undertakings undertakings,
      Database database,
      CurrentActor actor,
      Clock clock) {
    this.training = training;
    this.tests = tests;
    this.undertakings = undertakings;
    this.database = database;
    this.actor = actor;
    this.clock = clock;
  }

  /** Which course. */
  public record Wanted(@NotNull @Pattern(regexp = "C-\\d\\d") String course) {}

  /** A signed attendance list. */
  public record AttendanceList(
      @NotNull @Pattern(regexp = "C-\\d\\d") String course,
      @NotNull LocalDate heldOn,
      @Min(1) @Max(480) int minutes,
      @NotNull @Size(min = 1, max = 200)
          List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String> people,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidenceSha256) {}

  /** The chosen options, counted from 1, in the order of the questions. */
  public record Answers(@NotNull @Size(min = 1, max = 100) List<@NotNull Integer> answers) {}

  /** What is signed: the text of that digest. */
  public record Signing(
      @NotNull @Pattern(regexp = "AGREEMENT|PLEDGE") String kind,
      @NotNull String language,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String textSha256) {}

  /** A text to sign, in both languages, each with its digest. */
  public record ToSign(
      String kind,
      int version,
      String titleZh,
      String titleEn,
      String textZh,
      String textEn,
      String sha256Zh,
      String sha256En) {}

  @GET
  @Path("/courses")
  public List<Course> courses() {
    LocalDate today = BusinessTime.today(clock);
    return database.read(actor.get().controller(), handle -> Course.list(handle, today));
  }

  @POST
  @Path("/sessions")
  @ResponseStatus(201)
  public Training.Opened open(@Valid @NotNull Wanted wanted) {
    return training.open(actor.get(), wanted.course());
  }

  @POST
  @Path("/sessions/{id}/end")
  public void end(@PathParam("id") String id) {
    training.end(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/attendances")
  @RolesAllowed({SUPERVISOR, COMPLIANCE_OFFICER})
  public void attend(@Valid @NotNull AttendanceList list) {
    training.attend(
        actor.get(),
        new Training.Attendance(
            list.course(), list.heldOn(), list.minutes(), list.people(), list.evidenceSha256()));
  }

  @POST
  @Path("/tests")
  @ResponseStatus(201)
  public KnowledgeTest draw() {
    return tests.draw(actor.get());
  }

  @POST
  @Path("/tests/{id}/answers")
  public KnowledgeTest.Result answer(@PathParam("id") String id, @Valid @NotNull Answers answers) {
    return tests.answer(actor.get(), Ids.parse(id), answers.answers());
  }

  @GET
  @Path("/undertakings")
  public List<ToSign> undertakings() {
    return undertakings.listInForce(actor.get()).stream()
        .map(text ->
            new ToSign(
                text.kind().name(),
                text.version(),
                text.title().zh(),
                text.title().en(),
                text.text().zh(),
                text.text().en(),
                text.sha256(Language.ZH_CN),
                text.sha256(Language.EN)))
        .toList();
  }

  @POST
  @Path("/signatures")
  public void sign(@Valid @NotNull Signing signing) {
    if (actor.get().employeeNo() == null) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    undertakings.sign(
        actor.get(),
        Undertaking.Kind.valueOf(signing.kind()),
        Language.of(signing.language()),
        signing.textSha256());
  }
}
