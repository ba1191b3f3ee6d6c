package uk.carecontracts.contracts.agreements;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractType;

/**
 * The full state of an agreement: body of its resource and of its events.
 *
 * @param id identity
 * @param authority GSS code of the authority
 * @param contractId the contract whose terms these are
 * @param kind its contract's type
 * @param serviceType its contract's service
 * @param area its contract's area
 * @param lots lots of a framework or dynamic market
 * @param routes how contracts may be called off; empty: every route
 * @param volume what a block reserves
 * @param shares of an alliance
 * @param version raised by every change; also its entity tag
 */
@Schema(name = "Agreement")
public record AgreementState(
    UUID id,
    String authority,
    UUID contractId,
    ContractType kind,
    @Nullable String serviceType,
    @Nullable String area,
    List<AgreementTerms.AgreementLot> lots,
    List<CallOffRoute> routes,
    AgreementTerms.@Nullable ReservedVolume volume,
    List<AgreementTerms.Share> shares,
    long version) {}
