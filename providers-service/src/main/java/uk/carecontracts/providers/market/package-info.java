/** The care market: what there is, where, of what quality, and how it moves. */
@NullMarked
package uk.carecontracts.providers.market;

import org.jspecify.annotations.NullMarked;
