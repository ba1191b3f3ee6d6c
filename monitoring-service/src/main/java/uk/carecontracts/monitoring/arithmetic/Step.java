package uk.carecontracts.monitoring.arithmetic;

/**
 * One line of worked arithmetic, readable without the code beside it.
 *
 * @param what what is being worked out
 * @param working the figures put together, such as {@code (57 − 45) ÷ (60 − 45)}
 * @param result what they come to
 */
public record Step(String what, String working, String result) {}
