/**
 * Procurements on their way through the gates of the commissioning cycle, from the need to the
 * contract.
 */
@NullMarked
package uk.carecontracts.contracts.projects;

import org.jspecify.annotations.NullMarked;
