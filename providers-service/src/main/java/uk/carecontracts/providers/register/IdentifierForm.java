package uk.carecontracts.providers.register;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.carecontracts.providers.identity.Identifier;

/**
 * An identifier as the API writes it.
 *
 * @param scheme code of the register, such as GB-COH
 * @param id the identifier in it
 */
@Schema(name = "Identifier")
public record IdentifierForm(
    @NotBlank @Schema(examples = "GB-COH") String scheme,
    @NotBlank @Schema(examples = "01234567") String id) {

  static IdentifierForm of(Identifier identifier) {
    return new IdentifierForm(identifier.scheme().code(), identifier.value());
  }
}
