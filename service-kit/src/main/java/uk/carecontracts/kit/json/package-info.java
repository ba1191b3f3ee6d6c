/** How JSON is read and written. */
@NullMarked
package uk.carecontracts.kit.json;

import org.jspecify.annotations.NullMarked;
