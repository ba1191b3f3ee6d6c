/** Every error the gateway answers itself, as RFC 9457 problem details. */
@NullMarked
package uk.carecontracts.gateway.problem;

import org.jspecify.annotations.NullMarked;
