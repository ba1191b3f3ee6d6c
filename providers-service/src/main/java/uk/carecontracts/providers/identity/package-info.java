/** Who an organisation is: identifiers, names, and the explained decision whether two are one. */
@NullMarked
package uk.carecontracts.providers.identity;

import org.jspecify.annotations.NullMarked;
