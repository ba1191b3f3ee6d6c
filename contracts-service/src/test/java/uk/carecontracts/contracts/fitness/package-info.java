/** Tests of who may be given new work. */
@NullMarked
package uk.carecontracts.contracts.fitness;

import org.jspecify.annotations.NullMarked;
