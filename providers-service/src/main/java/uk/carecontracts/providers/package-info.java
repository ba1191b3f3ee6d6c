/** Provider records, care locations and their ratings, and the care market they form. */
@NullMarked
package uk.carecontracts.providers;

import org.jspecify.annotations.NullMarked;
