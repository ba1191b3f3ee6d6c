/** Payment files as councils publish them, read line by line whatever their size. */
@NullMarked
package uk.carecontracts.contracts.spend.files;

import org.jspecify.annotations.NullMarked;
