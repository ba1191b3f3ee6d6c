/** What suppliers promised and delivered beyond the service, and who the suppliers are. */
@NullMarked
package uk.carecontracts.contracts.socialvalue;

import org.jspecify.annotations.NullMarked;
