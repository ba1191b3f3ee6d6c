/** The clock, the day it is where contracts live, and days as callers write them. */
@NullMarked
package uk.carecontracts.kit.time;

import org.jspecify.annotations.NullMarked;
