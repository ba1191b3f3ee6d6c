/** Tests of tables for spreadsheets. */
@NullMarked
package uk.carecontracts.kit.csv;

import org.jspecify.annotations.NullMarked;
