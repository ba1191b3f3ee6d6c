package uk.carecontracts.contracts.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field of a contract that is not published, on a ground in law.
 *
 * @param id identity
 * @param authority GSS code
 * @param contractId the contract
 * @param field what is kept back
 * @param ground code of the ground, such as FOI_S43
 * @param groundTitle the ground in words
 * @param statute where it stands
 * @param reason why it applies; for the authority, never published
 * @param until last day it is kept back; absent until it is lifted
 * @param status in force, lifted by a keeper, or lapsed on its day
 * @param endReason why it ended
 * @param decidedAt when it was decided
 * @param version raised by every change
 */
public record Exemption(
    UUID id,
    String authority,
    UUID contractId,
    ExemptField field,
    String ground,
    String groundTitle,
    String statute,
    String reason,
    @Nullable LocalDate until,
    Status status,
    @Nullable String endReason,
    Instant decidedAt,
    long version) {
  /** Whether it holds. */
  public enum Status {
    /** The field is kept back. */
    IN_FORCE,
    /** A keeper ended it. */
    LIFTED,
    /** Its last day has passed. */
    LAPSED
  }

  /** What the public is told of it. */
  Withheld withheld() {
    return new Withheld(field, ground, groundTitle, statute, until);
  }

  /**
   * A field that is kept back and the ground for it, as published.
   *
   * @param field what is kept back
   * @param ground code of the ground
   * @param title the ground in words
   * @param statute where it stands
   * @param until last day it is kept back, where known
   */
  public record Withheld(
      ExemptField field, String ground, String title, String statute, @Nullable LocalDate until) {
    /** As a cell of a spreadsheet says it. */
    String words() {
      return "Redacted: " + statute;
    }
  }
}
