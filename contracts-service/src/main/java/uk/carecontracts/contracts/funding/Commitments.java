package uk.carecontracts.contracts.funding;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.carecontracts.contracts.spend.FinancialYear;
import uk.carecontracts.kit.money.Money;

/** Works out what is committed, by stream and year; exact until the end, then rounded once. */
@ApplicationScoped
class Commitments {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private final CommittedRepository contracts;
  private final FundingRepository fundings;
  private final FundRepository funds;
  private final SpentRepository payments;

  Commitments(
      CommittedRepository contracts,
      FundingRepository fundings,
      FundRepository funds,
      SpentRepository payments) {
    this.contracts = contracts;
    this.fundings = fundings;
    this.funds = funds;
    this.payments = payments;
  }

  /** A part of a contract that one stream pays for. */
  private record Part(CommittedContract contract, FundingStream stream, BigDecimal amount) {}

  private record Year(List<Part> parts, BigDecimal committed, BigDecimal funded) {}

  CommitmentReport report(String authority, FinancialYear year) {
    Year found = year(authority, year);
    Map<Source, List<Part>> bySource =
        found.parts().stream()
            .collect(
                Collectors.groupingBy(
                    part -> new Source(part.stream().kind(), part.stream().fundId()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Source, BigDecimal> spent = payments.bySource(authority, year.first(), year.last());
    Set<Source> sources = new LinkedHashSet<>(bySource.keySet());
    sources.addAll(spent.keySet());
    Map<UUID, Fund> named =
        funds.byId(sources.stream().map(Source::fundId).filter(Objects::nonNull).toList());
    List<CommitmentReport.Line> lines =
        sources.stream()
            .map(
                source ->
                    line(
                        source,
                        bySource.getOrDefault(source, List.of()),
                        spent.getOrDefault(source, BigDecimal.ZERO),
                        named))
            .sorted(
                Comparator.comparing((CommitmentReport.Line line) -> line.committed().amount())
                    .reversed())
            .toList();
    BigDecimal paid = payments.all(authority, year.first(), year.last());
    BigDecimal paidByStream = spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new CommitmentReport(
        year.label(),
        year.first(),
        year.last(),
        Money.gbp(found.committed()),
        lines,
        Money.gbp(found.committed().subtract(found.funded())),
        Money.gbp(paid),
        Money.gbp(paid.subtract(paidByStream)));
  }

  private static CommitmentReport.Line line(
      Source source, List<Part> parts, BigDecimal spent, Map<UUID, Fund> named) {
    Set<UUID> paidFor = new TreeSet<>();
    parts.forEach(part -> paidFor.add(part.contract().id()));
    Fund fund = source.fundId() == null ? null : named.get(source.fundId());
    return new CommitmentReport.Line(
        source.kind(),
        source.fundId(),
        fund == null ? null : fund.name(),
        paidFor.size(),
        Money.gbp(sum(parts)),
        Money.gbp(spent));
  }

  FundPosition position(String authority, Fund fund, FinancialYear year) {
    Map<CommittedContract, List<Part>> byContract =
        year(authority, year).parts().stream()
            .filter(part -> fund.id().equals(part.stream().fundId()))
            .collect(Collectors.groupingBy(Part::contract));
    List<FundPosition.Committed> commitments =
        byContract.entrySet().stream()
            .map(each -> committed(each.getKey(), each.getValue()))
            .sorted(
                Comparator.comparing((FundPosition.Committed c) -> c.committed().amount())
                    .reversed())
            .toList();
    BigDecimal in = fund.contributed(year);
    BigDecimal out =
        byContract.values().stream().map(Commitments::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new FundPosition(
        fund.id(),
        fund.name(),
        year.label(),
        Money.gbp(in),
        Money.gbp(out),
        Money.gbp(in.subtract(out)),
        out.compareTo(in) > 0,
        fund.of(year),
        commitments);
  }

  private static FundPosition.Committed committed(CommittedContract contract, List<Part> parts) {
    Part last = parts.get(parts.size() - 1);
    return new FundPosition.Committed(
        contract.id(), contract.reference(), last.stream().sharePercent(), Money.gbp(sum(parts)));
  }

  private static BigDecimal sum(List<Part> parts) {
    return parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Year year(String authority, FinancialYear year) {
    Map<UUID, List<ContractFunding>> held =
        fundings.between(authority, year.first(), year.last()).stream()
            .sorted(Comparator.comparing(ContractFunding::validFrom))
            .collect(Collectors.groupingBy(ContractFunding::contractId));
    List<Part> parts = new ArrayList<>();
    BigDecimal committed = BigDecimal.ZERO;
    for (CommittedContract contract : contracts.between(authority, year.first(), year.last())) {
      committed = committed.add(contract.between(year.first(), year.last()));
      for (ContractFunding funding : held.getOrDefault(contract.id(), List.of())) {
        parts.addAll(parts(contract, funding, year));
      }
    }
    return new Year(parts, committed, sum(parts));
  }

  private static List<Part> parts(
      CommittedContract contract, ContractFunding funding, FinancialYear year) {
    LocalDate from = later(funding.validFrom(), year.first());
    LocalDate to =
        funding.validTo() == null || funding.validTo().isAfter(year.last())
            ? year.last()
            : funding.validTo();
    BigDecimal amount = contract.between(from, to);
    return amount.signum() == 0
        ? List.of()
        : funding.terms().streams().stream()
            .map(
                stream ->
                    new Part(
                        contract, stream, amount.multiply(stream.sharePercent()).divide(WHOLE)))
            .toList();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
