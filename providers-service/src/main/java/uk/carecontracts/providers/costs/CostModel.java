package uk.carecontracts.providers.costs;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** What one provider says that a unit of one service costs it. */
@Entity
@Table(name = "cost_model")
class CostModel {

  @Id private UUID id;
  @Version private long version;
  private String authority;

  @Column(name = "provider_id")
  private UUID providerId;

  @Column(name = "service_type")
  private String serviceType;

  @Column(name = "line_set")
  private String lineSet;

  @Column(name = "line_set_from")
  private LocalDate lineSetFrom;

  private @Nullable String variant;

  @Enumerated(EnumType.STRING)
  private CostModelForms.Basis basis;

  @Column(name = "annual_units")
  private @Nullable BigDecimal annualUnits;

  @Column(name = "living_wage_percent")
  private BigDecimal livingWagePercent;

  @Column(name = "prices_as_of")
  private LocalDate pricesAsOf;

  @JdbcTypeCode(SqlTypes.JSON)
  private Amounts lines;

  private String source;

  @Enumerated(EnumType.STRING)
  private CostModelStatus status;

  @Column(name = "submitted_by")
  private String submittedBy;

  @Column(name = "by_provider")
  private boolean byProvider;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Column(name = "decided_on")
  private @Nullable LocalDate decidedOn;

  @Column(name = "accepted_on")
  private @Nullable LocalDate acceptedOn;

  @Column(name = "ended_on")
  private @Nullable LocalDate endedOn;

  private @Nullable String reason;

  /** Amounts as one stored value. */
  record Amounts(List<CostModelForms.Amount> items) {}

  /** Who hands a model in. */
  record Submitter(String name, boolean provider) {}

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected CostModel() {}

  /** Takes a model in; every breach of its line set is named at once. */
  static CostModel submit(
      String authority,
      UUID provider,
      CostModelForms.NewCostModel form,
      LineSet set,
      Submitter by,
      Instant now) {
    List<Violation> breaches = breaches(form, set);
    if (!breaches.isEmpty()) {
      throw new RuleViolation("COST_MODEL_BROKEN", breaches);
    }
    CostModel model = new CostModel();
    model.id = Ids.next();
    model.version = 1;
    model.authority = authority;
    model.providerId = provider;
    model.serviceType = form.serviceType();
    model.lineSet = set.code();
    model.lineSetFrom = set.validFrom();
    model.variant = form.variant();
    model.basis = form.basis();
    model.annualUnits = form.annualUnits();
    model.livingWagePercent = form.livingWagePercent();
    model.pricesAsOf = form.pricesAsOf();
    model.lines = new Amounts(form.lines());
    model.source = form.source();
    model.status = CostModelStatus.SUBMITTED;
    model.submittedBy = by.name();
    model.byProvider = by.provider();
    model.submittedAt = now;
    return model;
  }

  private static List<Violation> breaches(CostModelForms.NewCostModel form, LineSet set) {
    List<Violation> breaches = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < form.lines().size(); i++) {
      String code = form.lines().get(i).code();
      if (!set.has(code)) {
        breaches.add(
            new Violation("/lines/" + i + "/code", code + " is not a line of " + set.code() + "."));
      } else if (!seen.add(code)) {
        breaches.add(new Violation("/lines/" + i + "/code", code + " is given twice."));
      }
    }
    if (form.lines().stream().allMatch(line -> line.amount().signum() == 0)) {
      breaches.add(new Violation("/lines", "A model whose every line is nought costs nothing."));
    }
    if (form.basis() == CostModelForms.Basis.PER_YEAR && form.annualUnits() == null) {
      breaches.add(
          new Violation("/annualUnits", "Amounts for a year need the number of units in it."));
    }
    boolean known = form.variant() != null && set.variants().contains(form.variant());
    if (set.variants().isEmpty() ? form.variant() != null : !known) {
      breaches.add(
          new Violation(
              "/variant",
              set.variants().isEmpty()
                  ? set.code() + " tells no variants apart."
                  : "Name one of " + String.join(", ", set.variants()) + "."));
    }
    return breaches;
  }

  /** Nobody accepts what they handed in themselves, nor what is decided. */
  void requireAcceptableBy(String by) {
    require(CostModelStatus.SUBMITTED);
    if (by.equalsIgnoreCase(submittedBy)) {
      throw new RuleViolation(
          "SUBMITTER_ACCEPTS", "Somebody other than who handed it in must accept a cost model.");
    }
  }

  /** The authority reckons with it from now on. */
  void accept(String by, LocalDate today) {
    requireAcceptableBy(by);
    acceptedOn = today;
    decide(CostModelStatus.ACCEPTED, by, today, null);
  }

  /** The authority does not believe it. */
  void decline(String by, LocalDate today, String why) {
    require(CostModelStatus.SUBMITTED);
    decide(CostModelStatus.DECLINED, by, today, why);
  }

  /** A later one takes its place. */
  void replace(String by, LocalDate today) {
    require(CostModelStatus.ACCEPTED);
    endedOn = today;
    decide(CostModelStatus.REPLACED, by, today, "A later model was accepted");
  }

  /** Taken back before or after it was accepted. */
  void withdraw(String by, LocalDate today, String why) {
    if (status != CostModelStatus.SUBMITTED && status != CostModelStatus.ACCEPTED) {
      throw wrong();
    }
    endedOn = today;
    decide(CostModelStatus.WITHDRAWN, by, today, why);
  }

  private void decide(CostModelStatus how, String by, LocalDate today, @Nullable String why) {
    status = how;
    decidedBy = by;
    decidedOn = today;
    reason = why;
  }

  private void require(CostModelStatus wanted) {
    if (status != wanted) {
      throw wrong();
    }
  }

  private RuleViolation wrong() {
    return new RuleViolation("COST_MODEL_DECIDED", "This cost model is " + status + ".");
  }

  /** The model in pounds for a unit. */
  CostSheet sheet(LineSet set) {
    Map<String, BigDecimal> amounts =
        lines.items().stream()
            .collect(Collectors.toMap(CostModelForms.Amount::code, line -> forUnit(line.amount())));
    return new CostSheet(set.lines(), amounts, livingWagePercent.movePointLeft(2));
  }

  private BigDecimal forUnit(BigDecimal amount) {
    return basis == CostModelForms.Basis.PER_UNIT || annualUnits == null
        ? amount
        : amount.divide(annualUnits, CostSheet.EXACT);
  }

  CostModelState state(LineSet set) {
    return new CostModelState(
        id,
        authority,
        providerId,
        serviceType,
        lineSet,
        variant,
        basis,
        annualUnits,
        livingWagePercent,
        pricesAsOf,
        "GBP",
        lines.items(),
        source,
        status,
        submittedBy,
        byProvider,
        submittedAt,
        decidedBy,
        decidedOn,
        acceptedOn,
        endedOn,
        reason,
        CostBreakdown.of(set.unit(), sheet(set)),
        version);
  }

  CostModelFact fact() {
    return new CostModelFact(
        id, authority, providerId, serviceType, lineSet, variant, pricesAsOf, status, version);
  }

  /** Whether this set is the one it keeps to. */
  boolean keepsTo(LineSet set) {
    return set.code().equals(lineSet) && set.validFrom().equals(lineSetFrom);
  }

  UUID id() {
    return id;
  }

  String authority() {
    return authority;
  }

  UUID providerId() {
    return providerId;
  }

  String serviceType() {
    return serviceType;
  }

  @Nullable String variant() {
    return variant;
  }

  @Nullable BigDecimal annualUnits() {
    return annualUnits;
  }

  long version() {
    return version;
  }
}
