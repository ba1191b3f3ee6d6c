/** Answers for people who work with spreadsheets. */
@NullMarked
package uk.carecontracts.monitoring.spreadsheets;

import org.jspecify.annotations.NullMarked;
