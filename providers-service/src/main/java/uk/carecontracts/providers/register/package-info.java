/** The shared provider database: one record for each organisation, with merge and undo. */
@NullMarked
package uk.carecontracts.providers.register;

import org.jspecify.annotations.NullMarked;
