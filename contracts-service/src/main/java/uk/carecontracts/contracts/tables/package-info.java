/** Reports as spreadsheets. */
@NullMarked
package uk.carecontracts.contracts.tables;

import org.jspecify.annotations.NullMarked;
