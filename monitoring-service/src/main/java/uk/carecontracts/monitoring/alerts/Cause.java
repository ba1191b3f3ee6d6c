package uk.carecontracts.monitoring.alerts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason for an alert, as it is found now.
 *
 * @param authority GSS code
 * @param kind what it is about
 * @param subject what it is about exactly
 * @param contractId the contract, if any
 * @param providerId the provider, if any
 * @param severity how urgent
 * @param message what was found, with the figures
 */
record Cause(
    String authority,
    AlertKind kind,
    String subject,
    @Nullable UUID contractId,
    @Nullable UUID providerId,
    AlertSeverity severity,
    String message) {}
