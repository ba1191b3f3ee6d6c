package uk.carecontracts.contracts.funding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One source of money.
 *
 * @param kind where it comes from
 * @param fundId the fund, where it is one
 */
record Source(StreamKind kind, @Nullable UUID fundId) {}
