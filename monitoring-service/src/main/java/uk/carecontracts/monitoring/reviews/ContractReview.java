package uk.carecontracts.monitoring.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.documents.Aggregate;

/**
 * A review of a contract with its agenda out of the data.
 *
 * @param id the review
 * @param authority GSS code
 * @param contractId the contract
 * @param status PREPARED or HELD
 * @param plannedFor day it is planned for
 * @param agenda what to talk about, the most pressing first
 * @param heldOn day it was held
 * @param summary what came of it
 * @param decisions what was decided
 * @param actionPlanId the plan of the actions agreed, if any were
 * @param preparedBy who prepared it
 * @param version raised by every change
 */
@Schema(name = "ContractReviewMeeting")
public record ContractReview(
    UUID id,
    String authority,
    UUID contractId,
    Status status,
    LocalDate plannedFor,
    List<AgendaPoint> agenda,
    @Nullable LocalDate heldOn,
    @Nullable String summary,
    @Nullable List<String> decisions,
    @Nullable UUID actionPlanId,
    String preparedBy,
    long version)
    implements Aggregate {

  /** Where a review stands. */
  public enum Status {
    PREPARED,
    HELD
  }

  /**
   * A point of the agenda.
   *
   * @param topic what kind of point
   * @param point what to talk about
   * @param why the data behind it
   */
  @Schema(name = "AgendaPoint")
  public record AgendaPoint(String topic, String point, String why) {}

  ContractReview held(LocalDate on, String came, List<String> decided, @Nullable UUID actionPlan) {
    requirePrepared();
    return new ContractReview(
        id,
        authority,
        contractId,
        Status.HELD,
        plannedFor,
        agenda,
        on,
        came,
        List.copyOf(decided),
        actionPlan,
        preparedBy,
        version + 1);
  }

  /** 409 once it was held. */
  void requirePrepared() {
    if (status == Status.HELD) {
      throw ProblemException.conflict("REVIEW_STATUS", "The review was held on " + heldOn + ".");
    }
  }
}
