/** Tests of how import files are read. */
@NullMarked
package uk.carecontracts.kit.imports;

import org.jspecify.annotations.NullMarked;
