package uk.carecontracts.contracts.uplift;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The uplift clause of a contract: body of its resource and of its events.
 *
 * @param id identity
 * @param authority GSS code of the authority
 * @param contractId the contract
 * @param terms the clause
 * @param version raised by every change; also its entity tag
 */
@Schema(name = "UpliftClause")
public record ClauseState(
    UUID id, String authority, UUID contractId, ClauseTerms terms, long version) {}
