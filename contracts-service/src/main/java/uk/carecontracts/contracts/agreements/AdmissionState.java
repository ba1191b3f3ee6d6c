package uk.carecontracts.contracts.agreements;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's admission to a lot: body of its resource and of its events.
 *
 * @param id identity
 * @param authority GSS code of the authority
 * @param agreementId the agreement
 * @param contractId the agreement's contract
 * @param lotId the lot
 * @param provider the supplier
 * @param status where it stands
 * @param reason why, when it is not simply admitted
 * @param admittedOn day of the admission
 * @param version raised by every change; also its entity tag
 */
@Schema(name = "Admission")
public record AdmissionState(
    UUID id,
    String authority,
    UUID agreementId,
    UUID contractId,
    String lotId,
    Supplier provider,
    AdmissionStatus status,
    @Nullable String reason,
    LocalDate admittedOn,
    long version) {}
