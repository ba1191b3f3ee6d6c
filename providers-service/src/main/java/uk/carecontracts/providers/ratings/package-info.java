/** What regulators concluded about a location, how it moved, and what follows from it. */
@NullMarked
package uk.carecontracts.providers.ratings;

import org.jspecify.annotations.NullMarked;
