/** How documents are joined. */
@NullMarked
package uk.carecontracts.gateway.documents;

import org.jspecify.annotations.NullMarked;
