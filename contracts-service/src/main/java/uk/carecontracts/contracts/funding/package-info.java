/** Who pays for contracts: streams with shares, pooled funds, and what is committed of them. */
@NullMarked
package uk.carecontracts.contracts.funding;

import org.jspecify.annotations.NullMarked;
