package uk.carecontracts.contracts.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.spend.FinancialYear;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** Money of several partners under one agreement (DOMAIN.md, S19). */
@Entity
@Table(name = "fund")
public class Fund {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(updatable = false)
  private String authority;

  private String name;

  @Enumerated(EnumType.STRING)
  private StreamKind kind;

  @JdbcTypeCode(SqlTypes.JSON)
  private FundRequest content;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Contribution> contributions = List.of();

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected Fund() {}

  static Fund open(String authority, FundRequest request, Instant now) {
    Fund fund = new Fund();
    fund.id = Ids.next();
    fund.authority = authority;
    fund.createdAt = now;
    fund.amend(request, now);
    return fund;
  }

  /** Says something else of it; partners who pay into it stay. */
  void amend(FundRequest request, Instant now) {
    if (request.validTo() != null && request.validTo().isBefore(request.validFrom())) {
      throw new RuleViolation(
          "FUND_CONTRADICTS", "The agreement ends before it begins.", "/validTo");
    }
    List<String> payers = contributions.stream().map(Contribution::partner).toList();
    if (!request.partners().containsAll(payers)) {
      throw new RuleViolation(
          "FUND_CONTRADICTS", "A partner that pays into the fund stays its partner.", "/partners");
    }
    name = request.name();
    kind = request.kind();
    content = request;
    updatedAt = now;
  }

  /** A partner pays in for a year; what it was to pay for that year before is replaced. */
  void contribute(Contribution contribution, Instant now) {
    FinancialYear.parse("/year", contribution.year());
    if (!content.partners().contains(contribution.partner())) {
      throw new RuleViolation(
          "FUND_CONTRADICTS",
          contribution.partner() + " is no partner of the fund; it has " + content.partners() + ".",
          "/partner");
    }
    if (contribution.amount().amount().signum() < 0) {
      throw new RuleViolation(
          "FUND_CONTRADICTS", "A contribution is not less than nothing.", "/amount");
    }
    List<Contribution> all = new ArrayList<>(contributions);
    all.removeIf(
        each ->
            each.partner().equals(contribution.partner())
                && each.year().equals(contribution.year()));
    all.add(contribution);
    all.sort(Comparator.comparing(Contribution::year).thenComparing(Contribution::partner));
    contributions = List.copyOf(all);
    updatedAt = now;
  }

  /** What is paid in for a year. */
  BigDecimal contributed(FinancialYear year) {
    return of(year).stream()
        .map(each -> each.amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  List<Contribution> of(FinancialYear year) {
    return contributions.stream().filter(each -> each.year().equals(year.label())).toList();
  }

  boolean runsOn(LocalDate day) {
    return !day.isBefore(content.validFrom())
        && (content.validTo() == null || !day.isAfter(content.validTo()));
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  StreamKind kind() {
    return kind;
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** How it is shown. */
  FundView view() {
    return new FundView(id, authority, content, contributions, createdAt, updatedAt, version());
  }
}
