/** How values that are not columns of their own are kept in the database. */
@NullMarked
package uk.carecontracts.providers.storage;

import org.jspecify.annotations.NullMarked;
