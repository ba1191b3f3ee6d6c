/**
 * Savings programmes: targets, what saves towards them, and what was really delivered, each pound
 * once.
 */
@NullMarked
package uk.carecontracts.contracts.savings;

import org.jspecify.annotations.NullMarked;
