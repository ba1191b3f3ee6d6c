/** The whole product through its one public door. */
@NullMarked
package uk.carecontracts.acceptance;

import org.jspecify.annotations.NullMarked;
