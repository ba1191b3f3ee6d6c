/** The services behind the gateway: their instances, who is well, and when to stop asking. */
@NullMarked
package uk.carecontracts.gateway.upstream;

import org.jspecify.annotations.NullMarked;
