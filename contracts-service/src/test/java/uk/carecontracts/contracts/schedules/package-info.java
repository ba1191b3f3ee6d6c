/** Price schedules: worked numbers and the service. */
@NullMarked
package uk.carecontracts.contracts.schedules;

import org.jspecify.annotations.NullMarked;
