/** Who owns whom and under which brand: dated steps that build a hierarchy without cycles. */
@NullMarked
package uk.carecontracts.providers.ownership;

import org.jspecify.annotations.NullMarked;
