package uk.carecontracts.contracts.funding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to pay for a contract.
 *
 * @param validFrom first day; a funding that runs on ends the day before
 * @param validTo last day; for as long as the contract runs when left out
 * @param host the organisation that holds and pays out the money
 * @param accountability who answers for it, and to whom
 * @param streams where it comes from; the shares total exactly 100
 */
public record FundingRequest(
    @NotNull LocalDate validFrom,
    @Nullable LocalDate validTo,
    @NotBlank @Size(max = 300) String host,
    @NotBlank @Size(max = 1000) String accountability,
    @NotEmpty @Valid @Size(max = 50) List<FundingStream> streams) {

  FundingTerms terms() {
    return new FundingTerms(host, accountability, streams);
  }
}
