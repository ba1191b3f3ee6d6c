package uk.carecontracts.contracts.pricing;

/**
 * A rule a pricing request breaks.
 *
 * @param code stable upper-case code of the rule
 * @param pointer JSON pointer to the offending value
 * @param message the reason, for a person
 */
public record Breach(String code, String pointer, String message) {}
