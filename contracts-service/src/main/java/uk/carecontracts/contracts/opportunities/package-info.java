/**
 * Contracts that could be bought together: found, explained, adopted by a lead authority with
 * partners.
 */
@NullMarked
package uk.carecontracts.contracts.opportunities;

import org.jspecify.annotations.NullMarked;
