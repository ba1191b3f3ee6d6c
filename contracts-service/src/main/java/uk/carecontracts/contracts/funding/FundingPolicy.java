package uk.carecontracts.contracts.funding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import uk.carecontracts.kit.problem.Problem.Violation;

/** What every funding obeys: it is whole, and there is one at a time. */
final class FundingPolicy {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private FundingPolicy() {}

  static List<Violation> objections(FundingRequest request, List<ContractFunding> held) {
    List<Violation> objections = new ArrayList<>();
    BigDecimal total =
        request.streams().stream()
            .map(FundingStream::sharePercent)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.compareTo(WHOLE) != 0) {
      objections.add(
          new Violation(
              "/streams", "The shares total " + total.toPlainString() + " %, not exactly 100 %."));
    }
    for (int i = 0; i < request.streams().size(); i++) {
      FundingStream stream = request.streams().get(i);
      if (stream.kind() == StreamKind.POOLED_S75 && stream.fundId() == null) {
        objections.add(
            new Violation(
                "/streams/" + i + "/fundId", "Name the pooled fund the money comes from."));
      }
    }
    if (request.validTo() != null && request.validTo().isBefore(request.validFrom())) {
      objections.add(new Violation("/validTo", "It ends before it begins."));
    }
    if (held.stream().anyMatch(each -> each.begins(request.validFrom()))) {
      objections.add(
          new Violation("/validFrom", "Another funding of the contract begins on that day."));
    } else if (held.stream().anyMatch(each -> overlapsLater(request, each))) {
      objections.add(
          new Violation(
              "/validTo", "It would still run when a later funding of the contract begins."));
    }
    return objections;
  }

  private static boolean overlapsLater(FundingRequest request, ContractFunding each) {
    return each.beginsAfter(request.validFrom())
        && (request.validTo() == null || !each.beginsAfter(request.validTo()));
  }
}
