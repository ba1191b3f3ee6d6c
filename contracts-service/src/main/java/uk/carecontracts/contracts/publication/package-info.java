/** What the public may read: the Transparency Code register and open contracting data. */
@NullMarked
package uk.carecontracts.contracts.publication;

import org.jspecify.annotations.NullMarked;
