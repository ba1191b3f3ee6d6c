/** What agreements promise: lots, admission and call-offs, reserved volume, shares of risk. */
@NullMarked
package uk.carecontracts.contracts.agreements;

import org.jspecify.annotations.NullMarked;
