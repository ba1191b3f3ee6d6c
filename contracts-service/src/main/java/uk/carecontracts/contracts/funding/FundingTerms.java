package uk.carecontracts.contracts.funding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * How a contract is paid for.
 *
 * @param host the organisation that holds and pays out the money
 * @param accountability who answers for it, and to whom
 * @param streams where it comes from; the shares total exactly 100
 */
public record FundingTerms(
    @NotBlank @Size(max = 300) String host,
    @NotBlank @Size(max = 1000) String accountability,
    @NotEmpty @Valid @Size(max = 50) List<FundingStream> streams) {

  /** Copies the list. */
  public FundingTerms {
    streams = streams == null ? List.of() : List.copyOf(streams);
  }
}
