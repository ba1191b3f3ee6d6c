package uk.carecontracts.contracts.variations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.carecontracts.contracts.terms.VariationReason;

/**
 * A change proposed to the parties of a contract.
 *
 * @param reason why, by code
 * @param description why, in words
 * @param effectiveDate the day it comes into force
 * @param change merge patch (RFC 7396) of the contract's terms
 */
public record VariationRequest(
    @NotNull VariationReason reason,
    @NotBlank @Size(max = 4000) String description,
    @NotNull LocalDate effectiveDate,
    @NotNull @Schema(ref = "#/components/schemas/ContractTermsPatch") ObjectNode change) {

  /** The same request with the parties it brings in identified. */
  VariationRequest identified() {
    return new VariationRequest(reason, description, effectiveDate, PartyChange.identified(change));
  }
}
