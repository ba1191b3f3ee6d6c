/**
 * Coming procurements as suppliers see them: public, filterable, as list, spreadsheet, calendar and
 * feed.
 */
@NullMarked
package uk.carecontracts.contracts.pipeline;

import org.jspecify.annotations.NullMarked;
