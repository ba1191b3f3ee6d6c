package uk.carecontracts.monitoring.reviews;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.actions.ActionPlans.Wanted;

/**
 * What came of a review.
 *
 * @param heldOn the day
 * @param summary what came of it
 * @param decisions what was decided
 * @param actions what will be done, by whom and until when; it becomes an action plan of the
 *     contract
 */
@Schema(name = "ContractReviewOutcome")
public record Outcome(
    @NotNull LocalDate heldOn,
    @NotBlank @Size(max = 10_000) String summary,
    @NotNull List<@NotBlank @Size(max = 2000) String> decisions,
    @Nullable @Size(max = 200) List<@NotNull @Valid Wanted> actions) {}
