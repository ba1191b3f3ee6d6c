/** The contract register: the contract, its life and the ways to find it. */
@NullMarked
package uk.carecontracts.contracts.register;

import org.jspecify.annotations.NullMarked;
