package uk.carecontracts.contracts.duties;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the changes of a contract up in the order of their days: those without a notice count
 * together with the next one, until a notice is due (Procurement Act 2023, s.75(4) and (5)).
 */
final class ChangeSeries {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final @Nullable LocalDate start;
  private final @Nullable BigDecimal limit;
  private final Sum value = new Sum();
  private final Sum term = new Sum();
  private int earlier;

  private ChangeSeries(@Nullable LocalDate start, @Nullable BigDecimal limit) {
    this.start = start;
    this.limit = limit;
  }

  /** Differences, and what the first of them started from. */
  private static final class Sum {
    private @Nullable BigDecimal base;
    private BigDecimal more = BigDecimal.ZERO;

    void add(@Nullable BigDecimal before, @Nullable BigDecimal difference) {
      if (before != null && difference != null) {
        base = base == null ? before : base;
        more = more.add(difference);
      }
    }

    @Nullable BigDecimal percent() {
      return ChangeSeries.percent(base, more);
    }

    void forget() {
      base = null;
      more = BigDecimal.ZERO;
    }
  }

  /**
   * Every change with what it comes to alone and with those before it.
   *
   * @param start first day of the contract
   * @param limit percent up to which no notice is needed; null where the rules name none
   */
  static List<ContractChanged> of(
      @Nullable LocalDate start, @Nullable BigDecimal limit, List<ChangeFacts> changes) {
    ChangeSeries series = new ChangeSeries(start, limit);
    List<ContractChanged> all = new ArrayList<>();
    changes.stream()
        .sorted(Comparator.comparing(ChangeFacts::day).thenComparing(ChangeFacts::id))
        .forEach(each -> all.add(series.next(each)));
    return all;
  }

  private ContractChanged next(ChangeFacts change) {
    if (change.open()) {
      value.add(change.oldTotal(), change.rise());
      term.add(change.term(start), change.longer());
    }
    ContractChanged changed =
        new ContractChanged(
            change.id(),
            change.day(),
            change.open(),
            change.novation(),
            percent(change.oldTotal(), change.rise()),
            percent(change.term(start), change.longer()),
            new ContractChanged.Together(earlier, value.percent(), term.percent()));
    if (changed.needsNotice(limit)) {
      value.forget();
      term.forget();
      earlier = 0;
    } else if (change.open()) {
      earlier++;
    }
    return changed;
  }

  private static @Nullable BigDecimal percent(
      @Nullable BigDecimal before, @Nullable BigDecimal more) {
    if (before == null || more == null) {
      return null;
    }
    return before.signum() == 0
        ? HUNDRED
        : more.multiply(HUNDRED).divide(before, MathContext.DECIMAL64);
  }
}
