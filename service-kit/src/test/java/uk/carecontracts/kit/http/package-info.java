/** Tests of the rules of lists, without a server. */
@NullMarked
package uk.carecontracts.kit.http;

import org.jspecify.annotations.NullMarked;
