/** Social value is promised, delivered and counted. */
@NullMarked
package uk.carecontracts.contracts.socialvalue;

import org.jspecify.annotations.NullMarked;
