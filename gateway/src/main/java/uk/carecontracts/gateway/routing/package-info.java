/** Decides by path which service answers and within which limits. */
@NullMarked
package uk.carecontracts.gateway.routing;

import org.jspecify.annotations.NullMarked;
