package uk.carecontracts.contracts.lengths;

/**
 * A factor that is often met; reference data.
 *
 * @param code short name
 * @param direction what it speaks for
 * @param name in words
 * @param source where it comes from
 */
public record KnownFactor(String code, Direction direction, String name, String source) {}
