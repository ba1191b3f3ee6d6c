/** Which suppliers may be given new work, kept from the provider register's events. */
@NullMarked
package uk.carecontracts.contracts.fitness;

import org.jspecify.annotations.NullMarked;
