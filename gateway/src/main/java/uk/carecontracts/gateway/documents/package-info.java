/** One OpenAPI document out of those of all services. */
@NullMarked
package uk.carecontracts.gateway.documents;

import org.jspecify.annotations.NullMarked;
