/** What the gateway knows about the request it is handling. */
@NullMarked
package uk.carecontracts.gateway.exchange;

import org.jspecify.annotations.NullMarked;
