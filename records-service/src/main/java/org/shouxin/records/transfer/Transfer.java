package org.shouxin.records.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as its readers see it, with the gates of its present stage.
 *
 * @param objectionEndsOn last day for objections; null before anybody was told
 */
public record Transfer(
    UUID id,
    String dealType,
    String stage,
    String fromControllerId,
    String toControllerId,
    String toControllerName,
    String toControllerContact,
    LocalDate cutOverOn,
    String scope,
    @Nullable LocalDate objectionEndsOn,
    List<GateView> gates) {

  /** One gate with its numbers. */
  public record GateView(String code, boolean met, String detail) {}

  /**
   * What a customer sees of a transfer that concerns her.
   *
   * @param disposition MOVES, MOVES_RESTRICTED, COPIED or STAYS, frozen at the cut-over; null
   *     before
   */
  public record Mine(
      UUID id,
      String toControllerName,
      String toControllerContact,
      LocalDate cutOverOn,
      String stage,
      @Nullable String notice,
      @Nullable LocalDate objectionEndsOn,
      @Nullable Instant objectedAt,
      @Nullable String disposition) {}
}
