/** What monitoring says of contracts, kept from its events. */
@NullMarked
package uk.carecontracts.contracts.risk;

import org.jspecify.annotations.NullMarked;
