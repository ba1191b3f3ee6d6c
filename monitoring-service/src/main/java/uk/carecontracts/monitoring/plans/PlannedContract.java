package uk.carecontracts.monitoring.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.contracts.KnownContract;

/**
 * What a plan says of its contract, as last told by the register.
 *
 * @param reference its reference
 * @param title its title
 * @param providerId the lead supplier's record
 * @param providerName the lead supplier
 * @param serviceType what is bought
 */
@Embeddable
record PlannedContract(
    @Column(name = "contract_reference") String reference,
    @Column(name = "contract_title") String title,
    @Column(name = "provider_id") @Nullable UUID providerId,
    @Column(name = "provider_name") @Nullable String providerName,
    @Column(name = "service_type") @Nullable String serviceType) {

  static PlannedContract of(KnownContract contract) {
    return new PlannedContract(
        contract.reference(),
        contract.title(),
        contract.providerId(),
        contract.providerName(),
        contract.serviceType());
  }
}
