/** The database that several gateways share, if there is one: the gateway works without it. */
@NullMarked
package uk.carecontracts.gateway.database;

import org.jspecify.annotations.NullMarked;
