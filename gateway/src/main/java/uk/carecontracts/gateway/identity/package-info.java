/** Who is asking: bearer tokens and the paths that need none. */
@NullMarked
package uk.carecontracts.gateway.identity;

import org.jspecify.annotations.NullMarked;
