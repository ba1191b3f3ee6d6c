package uk.carecontracts.contracts.variations;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Lets other features propose variations, as a keeper would. */
@ApplicationScoped
public class VariationProposals {
  private final VariationDesk desk;
  private final VariationRepository variations;

  VariationProposals(VariationDesk desk, VariationRepository variations) {
    this.desk = desk;
    this.variations = variations;
  }

  /** Proposes a variation of a contract as it is now; a rule that says no is thrown. */
  public VariationView propose(UUID contractId, VariationRequest request) {
    try {
      return desk.propose(contractId, version -> {}, request).view();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The variation cannot be applied to the terms", e);
    }
  }

  /** Where a variation stands. */
  public Optional<VariationStatus> status(UUID id) {
    return variations.findByIdOptional(id).map(variation -> variation.view().status());
  }
}
