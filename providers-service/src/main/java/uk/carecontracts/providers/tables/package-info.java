/**
 * Tables as people exchange them, CSV and spreadsheets: rows of text read one by one, within bounds
 * of memory whatever the file says about itself.
 */
@NullMarked
package uk.carecontracts.providers.tables;

import org.jspecify.annotations.NullMarked;
