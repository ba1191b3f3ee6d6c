/** Tests of bringing contracts of other systems into the register. */
@NullMarked
package uk.carecontracts.contracts.imports;

import org.jspecify.annotations.NullMarked;
