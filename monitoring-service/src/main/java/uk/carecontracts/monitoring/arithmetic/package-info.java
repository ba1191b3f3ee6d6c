/** Worked arithmetic: the lines that show a person how a figure came about. */
@NullMarked
package uk.carecontracts.monitoring.arithmetic;

import org.jspecify.annotations.NullMarked;
