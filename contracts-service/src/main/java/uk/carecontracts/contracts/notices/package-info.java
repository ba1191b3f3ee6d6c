/** Contracts Finder notice files: reading them and making sense of their supplier field. */
@NullMarked
package uk.carecontracts.contracts.notices;

import org.jspecify.annotations.NullMarked;
