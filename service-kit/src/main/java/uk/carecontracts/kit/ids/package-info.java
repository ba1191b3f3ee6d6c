/** Time-ordered identifiers. */
@NullMarked
package uk.carecontracts.kit.ids;

import org.jspecify.annotations.NullMarked;
