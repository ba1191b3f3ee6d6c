/** Prices agreed in contracts: dated schedules, quotes for a volume, statements for a period. */
@NullMarked
package uk.carecontracts.contracts.schedules;

import org.jspecify.annotations.NullMarked;
