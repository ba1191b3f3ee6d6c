package uk.carecontracts.contracts.decommissioning;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.problem.Problem.Violation;

/**
 * A plan to wind a service down: body of its resource and of its events.
 *
 * @param complete whether the contract can be decommissioned by it
 * @param missing what it does not say yet
 */
public record PlanView(
    UUID id,
    UUID contractId,
    String authority,
    PlanStatus status,
    @JsonUnwrapped PlanContent content,
    boolean complete,
    List<Violation> missing,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
