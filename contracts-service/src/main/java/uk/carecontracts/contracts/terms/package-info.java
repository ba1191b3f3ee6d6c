/** What a contract says: the records that the register, imports, events and publication share. */
@NullMarked
package uk.carecontracts.contracts.terms;

import org.jspecify.annotations.NullMarked;
