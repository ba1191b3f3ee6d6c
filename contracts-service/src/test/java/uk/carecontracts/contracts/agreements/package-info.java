/** Agreements, admission and call-offs: rules, worked numbers and the service. */
@NullMarked
package uk.carecontracts.contracts.agreements;

import org.jspecify.annotations.NullMarked;
