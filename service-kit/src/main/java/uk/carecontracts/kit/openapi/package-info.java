/** What is true of every operation, added to the OpenAPI documents in one place. */
@NullMarked
package uk.carecontracts.kit.openapi;

import org.jspecify.annotations.NullMarked;
