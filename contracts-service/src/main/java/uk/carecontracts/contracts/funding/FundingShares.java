package uk.carecontracts.contracts.funding;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who pays which share of a contract on a day, for other features: a payment of a contract on that
 * day is its streams' by these shares. Whoever joins in SQL uses {@code contract_funding}.
 */
@ApplicationScoped
public class FundingShares {
  private final FundingRepository fundings;

  FundingShares(FundingRepository fundings) {
    this.fundings = fundings;
  }

  /**
   * A share.
   *
   * @param kind where the money comes from
   * @param name what the stream is called
   * @param fundId the fund it comes from, where it does
   * @param percent the share, exact
   */
  public record Share(StreamKind kind, String name, @Nullable UUID fundId, BigDecimal percent) {}

  /** The shares of a contract on a day; empty when nobody said. They total 100. */
  public List<Share> of(UUID contractId, LocalDate day) {
    return fundings.of(contractId).stream()
        .filter(each -> each.holdsOn(day))
        .findFirst()
        .map(each -> each.terms().streams().stream().map(FundingShares::share).toList())
        .orElse(List.of());
  }

  private static Share share(FundingStream stream) {
    return new Share(stream.kind(), stream.name(), stream.fundId(), stream.sharePercent());
  }
}
