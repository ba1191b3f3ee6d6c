/** Plain SQL for views and lists, in the running transaction. */
@NullMarked
package uk.carecontracts.kit.database;

import org.jspecify.annotations.NullMarked;
