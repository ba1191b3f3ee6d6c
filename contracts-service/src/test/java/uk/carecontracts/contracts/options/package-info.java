/** Extension options and break clauses are taken in time or lapse. */
@NullMarked
package uk.carecontracts.contracts.options;

import org.jspecify.annotations.NullMarked;
