package org.shouxin.records.intake;

import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.records.access.StaffMember;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.intake.book.BookRefused;
import org.shouxin.records.intake.row.StaffList;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.IndexKind;

/** The controller's staff list; sent before a book, so that staff numbers in it are found. */
@Path("/v1/staff")
@RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
@RunOnVirtualThread
class StaffResource {
  private final Spool spool;
  private final StaffRoster roster;
  private final BlindIndexes indexes;
  private final Database database;
  private final CurrentActor actor;

  StaffResource(
      Spool spool,
      StaffRoster roster,
      BlindIndexes indexes,
      Database database,
      CurrentActor actor) {
    this.spool = spool;
    this.roster = roster;
    this.indexes = indexes;
    this.database = database;
    this.actor = actor;
  }

  /**
   * What was read.
   *
   * @param employees how many the list names
   * @param unreadableEmails employees whose cell of the work address holds no address: they get no
   *     mail
   */
  record Recorded(int employees, List<String> unreadableEmails) {}

  @PUT
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Records the staff list (CSV or XLSX: employee_no, mobile, role, branch, work_email);"
              + " whom it does not name keeps no work address")
  public Recorded record(InputStream body) throws IOException {
    Actor sender = actor.get();
    Spool.Arrived arrived = spool.receive(sender.controller(), body);
    List<StaffList.Line> lines;
    try {
      lines = StaffList.read(spool.content(sender.controller(), arrived.file()));
    } catch (BookRefused refused) {
      throw Imports.unreadable(refused.fault());
    } finally {
      spool.delete(arrived.file());
    }
    BlindIndex index = indexes.of(sender.controller());
    List<StaffMember> members = lines.stream().map(line -> member(index, line)).toList();
    database.write(
        sender.controller(),
        handle -> {
          roster.admit(handle, sender.controller(), members);
          return members.size();
        });
    return new Recorded(
        members.size(),
        lines.stream()
            .filter(StaffList.Line::emailUnreadable)
            .map(StaffList.Line::employeeNo)
            .toList());
  }

  private static StaffMember member(BlindIndex index, StaffList.Line line) {
    return new StaffMember(
        line.employeeNo(),
        line.role(),
        line.branch(),
        line.workEmail(),
        line.mobile() == null ? null : index.of(IndexKind.MOBILE, line.mobile()));
  }
}
