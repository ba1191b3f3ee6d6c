/** Councils and their codes, as dated reference data. */
@NullMarked
package uk.carecontracts.providers.authorities;

import org.jspecify.annotations.NullMarked;
