/** Suppliers that contracts name, matched to provider records, and what each is contracted for. */
@NullMarked
package uk.carecontracts.providers.matching;

import org.jspecify.annotations.NullMarked;
