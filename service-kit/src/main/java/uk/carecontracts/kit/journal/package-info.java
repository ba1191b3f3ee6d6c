/** One append-only table that is outbox, change feed, history and audit trail. */
@NullMarked
package uk.carecontracts.kit.journal;

import org.jspecify.annotations.NullMarked;
