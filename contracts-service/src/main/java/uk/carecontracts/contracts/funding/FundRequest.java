package uk.carecontracts.contracts.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fund that several partners fill.
 *
 * @param name what it is called, unique in the authority
 * @param kind under which power
 * @param host the organisation that holds it
 * @param accountability who answers for it, and to whom
 * @param agreement reference of the agreement
 * @param validFrom first day of the agreement
 * @param validTo last day
 * @param partners who fills it
 */
public record FundRequest(
    @NotBlank @Size(max = 300) String name,
    @NotNull StreamKind kind,
    @NotBlank @Size(max = 300) String host,
    @NotBlank @Size(max = 1000) String accountability,
    @Nullable @Size(max = 300) String agreement,
    @NotNull LocalDate validFrom,
    @Nullable LocalDate validTo,
    @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 300) String> partners) {

  /** Copies the list. */
  public FundRequest {
    partners = partners == null ? List.of() : List.copyOf(partners);
  }
}
