/** Plain SQL for views and lists, in the running transaction. */
@NullMarked
package uk.carecontracts.providers.database;

import org.jspecify.annotations.NullMarked;
