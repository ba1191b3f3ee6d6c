/** What has to be decided about every contract by when, and whether the work for it is on time. */
@NullMarked
package uk.carecontracts.contracts.forwardplan;

import org.jspecify.annotations.NullMarked;
