/** Preconditions, keyset paging, idempotency keys and strict parameters. */
@NullMarked
package uk.carecontracts.kit.http;

import org.jspecify.annotations.NullMarked;
