/** Tables for people who work with spreadsheets. */
@NullMarked
package uk.carecontracts.kit.csv;

import org.jspecify.annotations.NullMarked;
