package uk.carecontracts.providers.matching;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * One contract a provider is party to, as the provider database sees it.
 *
 * @param contractId the contract
 * @param partyId the provider's place in it
 * @param authority GSS code of the contracting authority
 * @param reference the contract's reference
 * @param title the contract's title
 * @param status where the contract stands
 * @param role what the provider is in it
 * @param totalValue over the contract's length
 * @param annualValue in a year: as stated, else the total spread over the term
 * @param startDate first day
 * @param endDate last day
 * @param serviceType code of the service
 * @param area where it is delivered
 */
@Schema(name = "ProviderContract")
public record ContractExposure(
    UUID contractId,
    String partyId,
    String authority,
    @Nullable String reference,
    String title,
    String status,
    String role,
    @Nullable Money totalValue,
    @Nullable Money annualValue,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String serviceType,
    @Nullable String area) {}
