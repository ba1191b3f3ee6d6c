/** Bringing contracts of other systems into the register: one neutral shape for every format. */
@NullMarked
package uk.carecontracts.contracts.imports;

import org.jspecify.annotations.NullMarked;
