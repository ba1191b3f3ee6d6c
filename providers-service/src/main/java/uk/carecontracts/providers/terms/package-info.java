/** What authorities buy, at which prices, and where published indices stand, as others tell it. */
@NullMarked
package uk.carecontracts.providers.terms;

import org.jspecify.annotations.NullMarked;
