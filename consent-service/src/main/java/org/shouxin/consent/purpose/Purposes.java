package org.shouxin.consent.purpose;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The purposes in force for a controller: its own version first, else the catalogue's (DR-10). */
@ApplicationScoped
public class Purposes {

  /**
   * The columns that {@link PurposeMapper} reads; the retention words come from the joined class.
   */
  public static final String COLUMNS =
      """
      p.code, p.version, p.terms_version, p.status, p.valid_from, p.name_zh, p.name_en, p.words_zh, p.words_en,
      p.method_zh, p.method_en, p.basis, p.article, p.evidence, p.separate, p.withdrawal,
      p.withdrawal_effect_zh, p.withdrawal_effect_en, p.consent_applicable, p.recipient_required, p.dpv_iri,
      p.roles, p.categories, p.fields, p.allowed_when_restricted, p.consent_months, p.retention_class,
      r.words_zh as retention_zh, r.words_en as retention_en,
      p.pipia_reference
      """;

  private static final String IN_FORCE = inForce("?", "?");

  private static final String ALL_IN_FORCE =
      "select distinct on (p.code) "
          + COLUMNS
          + """
          from purpose p join retention_class r on r.code = p.retention_class
          where p.status <> 'REJECTED' and p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)
          order by p.code, p.status = 'APPROVED' desc, p.controller_id = '*', p.version desc
          """;

  /** Codes and roles of the approved purposes in force on the day {@code :today}. */
  public static final String ROLES_IN_FORCE =
      """
      select distinct on (p.code) p.code, p.roles from purpose p
       where p.status = 'APPROVED' and p.valid_from <= :today
         and (p.valid_to is null or p.valid_to >= :today)
       order by p.code, p.controller_id = '*', p.version desc\
      """;

  /**
   * The version in force of one code on one day: an approved one before a draft, the controller's
   * own before the catalogue's, the newest first.
   *
   * @param code SQL of the code
   * @param day SQL of the day, which is evaluated twice
   */
  public static String inForce(String code, String day) {
    return "select "
        + COLUMNS
        + " from purpose p join retention_class r on r.code = p.retention_class where p.code = "
        + code
        + " and p.status <> 'REJECTED' and p.valid_from <= "
        + day
        + " and (p.valid_to is null or p.valid_to >= "
        + day
        + ") order by p.status = 'APPROVED' desc, p.controller_id = '*', p.version desc limit 1";
  }

  /** All purposes on a day, drafts included, by code. */
  public List<Purpose> listInForce(Handle handle, LocalDate day) {
    return handle
        .createQuery(ALL_IN_FORCE)
        .bind(0, day)
        .bind(1, day)
        .map(new PurposeMapper())
        .list();
  }

  public Optional<Purpose> find(Handle handle, String code, LocalDate day) {
    return handle
        .createQuery(IN_FORCE)
        .bind(0, code)
        .bind(1, day)
        .bind(2, day)
        .map(new PurposeMapper())
        .findOne();
  }

  /**
   * The purpose that somebody wants to use.
   *
   * @throws ProblemException PURPOSE_REQUIRED, PURPOSE_UNKNOWN or PURPOSE_NOT_APPROVED
   */
  public Purpose getUsable(Handle handle, @Nullable String code, LocalDate day) {
    return usable(find(handle, required(code), day).orElse(null));
  }

  /** The code, refused with PURPOSE_REQUIRED when there is none. */
  public static String required(@Nullable String code) {
    if (code == null || code.isBlank()) {
      throw new ProblemException(ProblemCode.PURPOSE_REQUIRED);
    }
    return code;
  }

  /** The purpose found, refused when unknown or not approved. */
  public static Purpose usable(@Nullable Purpose found) {
    if (found == null) {
      throw new ProblemException(ProblemCode.PURPOSE_UNKNOWN);
    }
    if (!found.approved()) {
      throw new ProblemException(
          ProblemCode.PURPOSE_NOT_APPROVED,
          "The processing activity of this purpose waits for compliance review.");
    }
    return found;
  }
}
