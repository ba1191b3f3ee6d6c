package uk.carecontracts.contracts.placements;

import java.time.LocalDate;

/**
 * A regulator's overall rating of a home.
 *
 * @param reportDate publication of the report
 * @param overall the rating's code
 */
record HomeRating(LocalDate reportDate, String overall) {}
