/**
 * Extension options and break clauses: rights agreed up front, and the days they are decided by.
 */
@NullMarked
package uk.carecontracts.contracts.options;

import org.jspecify.annotations.NullMarked;
