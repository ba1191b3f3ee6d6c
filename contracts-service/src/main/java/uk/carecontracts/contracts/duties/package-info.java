/** The duties clock: which notices are due about a contract, by when, done or late. */
@NullMarked
package uk.carecontracts.contracts.duties;

import org.jspecify.annotations.NullMarked;
