/** Tests of the source of time. */
@NullMarked
package uk.carecontracts.kit.time;

import org.jspecify.annotations.NullMarked;
