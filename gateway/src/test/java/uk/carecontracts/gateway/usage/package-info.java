/** What each client asked, as it reads it. */
@NullMarked
package uk.carecontracts.gateway.usage;

import org.jspecify.annotations.NullMarked;
