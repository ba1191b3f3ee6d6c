/** What care costs its providers, what is paid for it, and who feels it when an index moves. */
@NullMarked
package uk.carecontracts.providers.costs;

import org.jspecify.annotations.NullMarked;
