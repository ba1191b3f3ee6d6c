/** W3C trace context. */
@NullMarked
package uk.carecontracts.gateway.trace;

import org.jspecify.annotations.NullMarked;
