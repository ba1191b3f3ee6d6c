/** Reading back what a service keeps as JSON. */
@NullMarked
package uk.carecontracts.kit.json;

import org.jspecify.annotations.NullMarked;
