package org.shouxin.gateway.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service behind {@link TrainingApi}. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface TrainingEndpoint {

  @GET
  @Path("/clearance/me")
  TrainingTranscript mine();

  @GET
  @Path("/clearance/people/{employeeNo}")
  TrainingTranscript of(@PathParam("employeeNo") String employeeNo);

  @GET
  @Path("/training/courses")
  List<Course> courses();

  @GET
  @Path("/training/undertakings")
  List<UndertakingText> undertakings();

  @POST
  @Path("/training/sessions")
  OpenedSession openCourse(Wanted body);

  @POST
  @Path("/training/sessions/{sessionId}/end")
  void endCourse(@PathParam("sessionId") String sessionId);

  @POST
  @Path("/training/attendances")
  void recordAttendance(AttendanceInput input);

  @POST
  @Path("/training/tests")
  KnowledgeTest drawKnowledgeTest();

  @POST
  @Path("/training/tests/{testId}/answers")
  TestResult answerKnowledgeTest(@PathParam("testId") String testId, Answers body);

  @POST
  @Path("/training/signatures")
  void signUndertaking(SignUndertakingInput input);

  @POST
  @Path("/clearance/people/{employeeNo}/breaches")
  Recorded recordAgreementBreach(@PathParam("employeeNo") String employeeNo, Evidence body);

  @POST
  @Path("/clearance/breaches/{breachId}/lifting")
  void liftAgreementBreach(@PathParam("breachId") String breachId, Evidence body);

  @POST
  @Path("/clearance/imports")
  CertificateImport proposeCertificates(CertificatesInput input);

  @POST
  @Path("/clearance/imports/{importId}/approval")
  CertificateImport approveCertificates(@PathParam("importId") String importId);

  /** The body of it. */
  record Answers(List<Integer> answers) {}

  /** The body of it. */
  record Evidence(String evidence) {}

  /** The body of it. */
  record Wanted(String course) {}

  /** The number of what was recorded. */
  record Recorded(String id) {}
}
