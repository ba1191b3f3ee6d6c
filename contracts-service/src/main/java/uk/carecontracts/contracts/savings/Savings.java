package uk.carecontracts.contracts.savings;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.contracts.planning.RecordKind;
import uk.carecontracts.contracts.projects.Projects;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.savings.SavingsInitiative.Month;
import uk.carecontracts.contracts.savings.SavingsRequests.Computation;
import uk.carecontracts.contracts.savings.SavingsRequests.InitiativeRequest;
import uk.carecontracts.contracts.savings.SavingsRequests.ScheduledVolume;
import uk.carecontracts.contracts.savings.SavingsRequests.SlidingScaleBought;
import uk.carecontracts.contracts.savings.SavingsRequests.UpliftAvoided;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Keeps savings programmes; what is delivered is counted once. */
@ApplicationScoped
class Savings {
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  private final PlanningRecords records;
  private final ContractRegister register;
  private final Projects projects;
  private final ScheduledSavings scheduled;
  private final Sql sql;
  private final Clock clock;

  Savings(
      PlanningRecords records,
      ContractRegister register,
      Projects projects,
      ScheduledSavings scheduled,
      Sql sql,
      Clock clock) {
    this.records = records;
    this.register = register;
    this.projects = projects;
    this.scheduled = scheduled;
    this.sql = sql;
    this.clock = clock;
  }

  SavingsProgramme begin(String authority, ProgrammeTerms terms) {
    return records.keep(
        RecordKind.SAVINGS_PROGRAMME,
        SavingsProgramme.begin(authority, terms),
        "savings-programme.begun.v1",
        terms.source());
  }

  SavingsProgramme change(UUID id, LongConsumer check, ProgrammeTerms terms) {
    SavingsProgramme held = programme(id);
    check.accept(held.version());
    return records.keep(
        RecordKind.SAVINGS_PROGRAMME,
        held.saying(terms),
        "savings-programme.changed.v1",
        terms.source());
  }

  SavingsProgramme programme(UUID id) {
    return records.require(RecordKind.SAVINGS_PROGRAMME, SavingsProgramme.class, id);
  }

  List<SavingsProgramme> programmes(String authority, @Nullable UUID before, int limit) {
    return records.select(
        RecordKind.SAVINGS_PROGRAMME,
        SavingsProgramme.class,
        "authority = ? and (?::uuid is null or id < ?) order by id desc limit ?",
        authority,
        before,
        before,
        limit);
  }

  SavingsInitiative initiative(UUID programme, UUID id) {
    return records
        .find(RecordKind.SAVINGS_INITIATIVE, SavingsInitiative.class, id)
        .filter(each -> each.programmeId().equals(programme))
        .orElseThrow(() -> ProblemException.notFound("savings initiative", id));
  }

  List<SavingsInitiative> initiatives(UUID programme, @Nullable UUID before, int limit) {
    return records.select(
        RecordKind.SAVINGS_INITIATIVE,
        SavingsInitiative.class,
        "programme_id = ? and (?::uuid is null or id < ?) order by id desc limit ?",
        programme,
        before,
        before,
        limit);
  }

  SavingsInitiative beginInitiative(UUID programmeId, InitiativeRequest request) {
    SavingsProgramme programme = programme(programmeId);
    if (request.contractId() != null) {
      register.require(request.contractId());
    }
    if (request.projectId() != null) {
      projects.require(request.projectId());
    }
    return records.keep(
        RecordKind.SAVINGS_INITIATIVE,
        SavingsInitiative.begin(programme, request),
        "savings-initiative.begun.v1",
        request.title());
  }

  /** Lays months over those an initiative has. */
  SavingsInitiative say(
      UUID programmeId, UUID id, LongConsumer check, List<Month> months, @Nullable String why) {
    SavingsProgramme programme = programme(programmeId);
    SavingsInitiative held = initiative(programmeId, id);
    check.accept(held.version());
    SavingsInitiative said = held.with(months, programme, YearMonth.now(clock));
    records.keep(RecordKind.SAVINGS_INITIATIVE, said, "savings-initiative.stated.v1", why);
    claim(said, months);
    return said;
  }

  /** Works a saving out from prices and lays it over the months. */
  SavingsInitiative compute(
      UUID programmeId, UUID id, LongConsumer check, Computation computation) {
    SavingsInitiative held = initiative(programmeId, id);
    if (computation.ways() != 1) {
      throw ProblemException.badRequest(
          "/", "Give one of upliftAvoided, slidingScale and priceSchedule.");
    }
    ComputedSaving saving = computed(held, computation);
    return say(programmeId, id, check, saving.months(), saving.trace());
  }

  private ComputedSaving computed(SavingsInitiative held, Computation computation) {
    UpliftAvoided uplift = computation.upliftAvoided();
    if (uplift != null) {
      return ComputedSaving.upliftAvoided(annual(held, uplift), uplift.checked());
    }
    ScheduledVolume volume = computation.priceSchedule();
    return volume != null
        ? scheduled.of(held.contractId(), volume.checked())
        : slidingScale(Objects.requireNonNull(computation.slidingScale()));
  }

  private static ComputedSaving slidingScale(SlidingScaleBought bought) {
    var scale = bought.scale().scale();
    if (!scale.breaches().isEmpty()) {
      var breach = scale.breaches().get(0);
      throw new RuleViolation(
          "SCALE_BROKEN", breach.message(), "/slidingScale/scale" + breach.pointer());
    }
    boolean proven = bought.evidence() != null && !bought.evidence().isBlank();
    ComputedSaving saving =
        ComputedSaving.slidingScale(bought.month(), scale.quote(bought.scale().volume()), proven);
    if (!proven) {
      return saving;
    }
    Month month = saving.months().get(0);
    return new ComputedSaving(
        List.of(
            new Month(
                month.month(),
                null,
                null,
                month.delivered(),
                bought.evidence() + ": " + saving.trace())),
        saving.trace());
  }

  /** The yearly price: of the contract's price schedule, else of the register. */
  private BigDecimal annual(SavingsInitiative initiative, UpliftAvoided uplift) {
    return Optional.ofNullable(initiative.contractId())
        .flatMap(id -> scheduled.annualAmount(id, YearMonth.parse(uplift.from()).atDay(1)))
        .or(() -> annualOf(initiative))
        .orElseThrow(
            () ->
                new RuleViolation(
                    "PRICE_UNKNOWN",
                    "The initiative needs a contract whose price schedule states a yearly amount, or"
                        + " with an annual value, or a total and a term."));
  }

  private Optional<BigDecimal> annualOf(SavingsInitiative initiative) {
    UUID contract = initiative.contractId();
    return contract == null
        ? Optional.empty()
        : sql.first(
            "select annual_value from contract where id = ? and annual_value > 0",
            row -> row.getBigDecimal(1),
            contract);
  }

  /** Counts what is delivered on a contract once, and never more than the contract costs. */
  private void claim(SavingsInitiative initiative, List<Month> said) {
    if (initiative.contractId() == null) {
      return;
    }
    List<String> months =
        new ArrayList<>(
            said.stream().filter(each -> each.delivered() != null).map(Month::month).toList());
    for (Month each : initiative.months()) {
      if (months.contains(each.month()) && each.delivered() != null) {
        int claimed =
            sql.update(
                "insert into savings_claim (contract_id, month, kind, authority, initiative_id,"
                    + " amount) values (?, ?, ?, ?, ?, ?) on conflict (contract_id, month, kind)"
                    + " do update set amount = excluded.amount"
                    + " where savings_claim.initiative_id = excluded.initiative_id",
                initiative.contractId(),
                each.month(),
                initiative.kind(),
                initiative.authority(),
                initiative.id(),
                each.delivered());
        if (claimed == 0) {
          throw new RuleViolation(
              "SAVING_COUNTED_TWICE",
              "Another initiative already counts "
                  + initiative.kind()
                  + " on this contract in "
                  + each.month()
                  + ".",
              "/months");
        }
        requireWithinPrice(initiative, each.month());
      }
    }
  }

  private void requireWithinPrice(SavingsInitiative initiative, String month) {
    BigDecimal claimed =
        sql.first(
                "select sum(amount) from savings_claim where contract_id = ? and month = ?",
                row -> row.getBigDecimal(1),
                initiative.contractId(),
                month)
            .orElse(BigDecimal.ZERO);
    annualOf(initiative)
        .map(annual -> annual.divide(TWELVE, 2, RoundingMode.HALF_UP))
        .filter(monthly -> claimed.compareTo(monthly) > 0)
        .ifPresent(
            monthly -> {
              throw new RuleViolation(
                  "SAVING_ABOVE_PRICE",
                  "£"
                      + claimed.toPlainString()
                      + " would be saved on a contract that costs £"
                      + monthly.toPlainString()
                      + " in "
                      + month
                      + ".",
                  "/months");
            });
  }

  /** Where a programme stands. */
  SavingsReport report(UUID id) {
    return SavingsReport.of(
        programme(id),
        records.select(
            RecordKind.SAVINGS_INITIATIVE,
            SavingsInitiative.class,
            "programme_id = ? order by id",
            id));
  }
}
