/** Writes what the service publishes as Atom feeds (RFC 4287), paged and archived (RFC 5005). */
@NullMarked
package uk.carecontracts.contracts.atom;

import org.jspecify.annotations.NullMarked;
