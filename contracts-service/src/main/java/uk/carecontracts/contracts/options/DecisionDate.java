package uk.carecontracts.contracts.options;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A day by which something must be decided about a contract.
 *
 * @param contractId the contract
 * @param kind what must be decided
 * @param date by when, a London day
 * @param sourceId the contract, extension option or break clause it comes from
 */
public record DecisionDate(UUID contractId, DecisionKind kind, LocalDate date, UUID sourceId) {}
