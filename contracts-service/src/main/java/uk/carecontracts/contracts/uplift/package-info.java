/** Inflation uplifts: clauses of contracts, simulation over the portfolio, approval. */
@NullMarked
package uk.carecontracts.contracts.uplift;

import org.jspecify.annotations.NullMarked;
