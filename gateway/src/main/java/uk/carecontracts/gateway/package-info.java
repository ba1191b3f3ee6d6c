/** The one public door: routing, identity, limits and API documents. */
@NullMarked
package uk.carecontracts.gateway;

import org.jspecify.annotations.NullMarked;
