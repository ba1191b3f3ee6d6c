/** The access log line and the metrics of a request. */
@NullMarked
package uk.carecontracts.gateway.observe;

import org.jspecify.annotations.NullMarked;
