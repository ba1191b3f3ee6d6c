package uk.carecontracts.contracts.uplift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A simulation that was run: body of its resource and of its events.
 *
 * @param id identity
 * @param authority GSS code of the authority
 * @param name what it is called
 * @param effectiveDate day the uplift would hold from
 * @param contracts how many live contracts were looked at: those that end before the day are not
 * @param withoutValue how many of them have neither an annual value nor total and term in pounds,
 *     and are left out
 * @param totals exposure under each clause, side by side
 * @param approved how many contracts had an uplift of it approved
 * @param ranAt when
 * @param version raised by every approval; also its entity tag
 */
@Schema(name = "UpliftSimulation")
public record SimulationState(
    UUID id,
    String authority,
    String name,
    LocalDate effectiveDate,
    int contracts,
    int withoutValue,
    List<ClauseTotal> totals,
    int approved,
    Instant ranAt,
    long version) {
  SimulationState approving(int more) {
    return new SimulationState(
        id,
        authority,
        name,
        effectiveDate,
        contracts,
        withoutValue,
        totals,
        approved + more,
        ranAt,
        version + 1);
  }
}
