package uk.carecontracts.stack.demo;

import java.util.List;

/**
 * A council of the demo.
 *
 * @param shortName how references of its contracts begin
 * @param code GSS code
 * @param name its name, which is also its area
 * @param directorate who answers for care there
 * @param department who buys it
 * @param zones parts of its area that are contracted one by one
 */
record DemoAuthority(
    String shortName,
    String code,
    String name,
    String directorate,
    String department,
    List<String> zones) {}
