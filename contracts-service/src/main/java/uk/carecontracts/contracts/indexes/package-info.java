/**
 * Published series that prices follow, such as the living wage: dated reference data with sources.
 */
@NullMarked
package uk.carecontracts.contracts.indexes;

import org.jspecify.annotations.NullMarked;
