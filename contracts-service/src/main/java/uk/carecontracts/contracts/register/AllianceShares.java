package uk.carecontracts.contracts.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.Party;

/** Shares by which the partners of an alliance bear risk and reward (DOMAIN.md, S7). */
final class AllianceShares {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private AllianceShares() {}

  /** Shares are stated for nobody, or they total 100. */
  static boolean areFair(ContractTerms terms) {
    List<BigDecimal> shares =
        terms.parties().stream().map(Party::sharePercent).filter(Objects::nonNull).toList();
    return terms.type() != ContractType.ALLIANCE
        || shares.isEmpty()
        || shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(WHOLE) == 0;
  }
}
