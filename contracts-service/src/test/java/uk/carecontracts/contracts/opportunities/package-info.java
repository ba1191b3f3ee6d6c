/** Tests of joint opportunities. */
@NullMarked
package uk.carecontracts.contracts.opportunities;

import org.jspecify.annotations.NullMarked;
