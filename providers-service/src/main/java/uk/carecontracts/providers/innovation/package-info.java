/** Proposals to do better or for less, and the fund that is invested to save. */
@NullMarked
package uk.carecontracts.providers.innovation;

import org.jspecify.annotations.NullMarked;
