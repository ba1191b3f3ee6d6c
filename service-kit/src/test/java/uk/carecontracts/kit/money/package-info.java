/** Tests of amounts of money. */
@NullMarked
package uk.carecontracts.kit.money;

import org.jspecify.annotations.NullMarked;
