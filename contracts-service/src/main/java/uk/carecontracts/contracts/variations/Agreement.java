package uk.carecontracts.contracts.variations;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A party's word.
 *
 * @param partyId the party of the contract
 * @param partyName as it is called there
 * @param agreedOn the day it agreed
 */
public record Agreement(UUID partyId, String partyName, LocalDate agreedOn) {}
