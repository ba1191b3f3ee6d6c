package uk.carecontracts.stack.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One person's package of care.
 *
 * @param reference the council's reference, the same in every run
 * @param authority whose it is
 * @param contract reference of the contract that reserved the place; null for one bought singly
 * @param provider who gives the care
 * @param location regulator's number of the home or branch; null where none is said
 * @param care the kind of care
 * @param service what buys it
 * @param person pseudonymous reference
 * @param weeklyPrice pounds a week
 * @param hours hours a week; null where it is not given by the hour
 * @param start first day
 * @param end last day; null while it is given
 */
record DemoPlacement(
    String reference,
    DemoAuthority authority,
    @Nullable String contract,
    DemoProvider provider,
    @Nullable String location,
    DemoCare care,
    DemoService service,
    String person,
    BigDecimal weeklyPrice,
    @Nullable Integer hours,
    LocalDate start,
    @Nullable LocalDate end) {}
