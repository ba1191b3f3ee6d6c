/** What each client asked, which it can read about itself. */
@NullMarked
package uk.carecontracts.gateway.usage;

import org.jspecify.annotations.NullMarked;
