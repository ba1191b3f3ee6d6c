/** What is owed about contracts, by when. */
@NullMarked
package uk.carecontracts.contracts.duties;

import org.jspecify.annotations.NullMarked;
