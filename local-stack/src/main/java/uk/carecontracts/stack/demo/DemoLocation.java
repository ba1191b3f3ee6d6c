package uk.carecontracts.stack.demo;

import java.util.List;

/**
 * An invented home or branch.
 *
 * @param cqcLocation invented location id of the regulator
 * @param provider key of the provider
 * @param name invented name
 * @param careType kind of care as the API names it
 * @param beds beds, 0 where there are none
 * @param area short name of the council it is in
 * @param openedMonthsAgo months since it was registered
 * @param ratings what the regulator found, oldest first
 */
record DemoLocation(
    String cqcLocation,
    String provider,
    String name,
    String careType,
    int beds,
    String area,
    int openedMonthsAgo,
    List<DemoRating> ratings) {}
