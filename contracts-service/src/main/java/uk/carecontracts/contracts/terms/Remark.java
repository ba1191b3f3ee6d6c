package uk.carecontracts.contracts.terms;

/**
 * Something about an entry that its keeper should look at.
 *
 * @param code stable upper-case code
 * @param message for a person
 */
public record Remark(String code, String message) {}
