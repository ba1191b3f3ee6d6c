/** Carries a request to a service and its answer back, streaming, with clean headers. */
@NullMarked
package uk.carecontracts.gateway.proxy;

import org.jspecify.annotations.NullMarked;
