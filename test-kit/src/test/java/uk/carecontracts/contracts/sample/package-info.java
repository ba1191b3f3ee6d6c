/** Stands for the contracts service in the proof that the kit must not know it. */
package uk.carecontracts.contracts.sample;
