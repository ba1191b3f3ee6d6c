/** PostgreSQL, Kafka and an OIDC issuer on a bare machine, for local use and for tests. */
@NullMarked
package uk.carecontracts.stack.infrastructure;

import org.jspecify.annotations.NullMarked;
