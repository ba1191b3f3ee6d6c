package uk.carecontracts.contracts.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * An identifier of an organisation.
 *
 * @param scheme org-id.guide scheme such as GB-COH, GB-CHC, GB-PPON
 * @param id the identifier in that scheme
 */
public record PartyIdentifier(
    @NotBlank @Size(max = 20) String scheme, @NotBlank @Size(max = 100) String id) {}
