/** The clock, and the day it is where contracts live. */
@NullMarked
package uk.carecontracts.kit.time;

import org.jspecify.annotations.NullMarked;
