/** Amounts in a currency. */
@NullMarked
package uk.carecontracts.kit.money;

import org.jspecify.annotations.NullMarked;
