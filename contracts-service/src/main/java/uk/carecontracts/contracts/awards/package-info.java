/**
 * Award criteria, evaluation panels, tenders and decisions; the register of decisions of a year.
 */
@NullMarked
package uk.carecontracts.contracts.awards;

import org.jspecify.annotations.NullMarked;
