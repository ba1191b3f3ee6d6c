/** What-if prices: sliding scales over volume and inflation uplifts, each with its full trace. */
@NullMarked
package uk.carecontracts.contracts.pricing;

import org.jspecify.annotations.NullMarked;
