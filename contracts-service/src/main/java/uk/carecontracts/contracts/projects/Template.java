package uk.carecontracts.contracts.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A checklist for the gates, with the days it holds.
 *
 * @param code its code
 * @param validFrom first day it holds
 * @param validTo last day it holds, absent while it does
 * @param source where it comes from
 * @param tiers value tiers, each from a total value upwards
 * @param items what has to be done
 */
public record Template(
    String code,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source,
    List<Tier> tiers,
    List<Item> items) {
  /** A value tier and the pounds from which it holds. */
  public record Tier(String code, BigDecimal from) {}

  /**
   * Something to do.
   *
   * @param code its code
   * @param stage the gate it belongs to
   * @param title what is to be done
   * @param fromTier the tier from which it is required; optional below it
   * @param services services it is for, none for all
   * @param serviceUsers whether it is about the part that people who use the service have
   */
  public record Item(
      String code,
      Stage stage,
      String title,
      @Nullable String fromTier,
      @Nullable List<String> services,
      @Nullable Boolean serviceUsers) {}

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** The tier of a total value. */
  String tierOf(BigDecimal total) {
    return tiers.stream()
        .filter(tier -> total.compareTo(tier.from()) >= 0)
        .reduce((a, b) -> b)
        .map(Tier::code)
        .orElseThrow();
  }

  /** The checklist for a value and a service. */
  List<ChecklistItem> checklist(String tier, @Nullable String serviceType) {
    return items.stream()
        .filter(item -> concerns(item, serviceType))
        .map(
            item ->
                ChecklistItem.open(
                    item.code(),
                    item.stage(),
                    item.title(),
                    item.fromTier() == null || rank(tier) >= rank(item.fromTier()),
                    Boolean.TRUE.equals(item.serviceUsers())))
        .toList();
  }

  private static boolean concerns(Item item, @Nullable String serviceType) {
    return item.services() == null
        || item.services().isEmpty()
        || (serviceType != null && item.services().contains(serviceType.toUpperCase(Locale.UK)));
  }

  private int rank(String tier) {
    List<String> codes = tiers.stream().map(Tier::code).toList();
    return codes.indexOf(tier);
  }
}
