/** Bulk imports as resumable jobs with a dry run and row errors. */
@NullMarked
package uk.carecontracts.kit.imports;

import org.jspecify.annotations.NullMarked;
