/** Tests of the contract register, through HTTP and on its rules. */
@NullMarked
package uk.carecontracts.contracts.register;

import org.jspecify.annotations.NullMarked;
