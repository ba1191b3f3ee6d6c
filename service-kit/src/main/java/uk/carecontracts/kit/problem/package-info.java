/** Every error of a service as RFC 9457 problem details. */
@NullMarked
package uk.carecontracts.kit.problem;

import org.jspecify.annotations.NullMarked;
