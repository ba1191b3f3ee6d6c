package uk.carecontracts.providers.ownership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps upwards of many providers through time. */
public final class Hierarchy {

  private final Map<UUID, List<Step>> byChild = new HashMap<>();
  private final Map<UUID, List<Step>> byParent = new HashMap<>();

  /**
   * One step.
   *
   * @param id the record of it
   * @param child who is owned
   * @param parent by whom
   * @param from first day
   * @param to first day on which it no longer holds, or null
   */
  public record Step(UUID id, UUID child, UUID parent, LocalDate from, @Nullable LocalDate to) {

    /** Whether it holds on a day. */
    public boolean on(LocalDate day) {
      return !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    private Optional<Step> during(LocalDate since, @Nullable LocalDate until) {
      LocalDate begin = from.isAfter(since) ? from : since;
      LocalDate end = to == null || (until != null && until.isBefore(to)) ? until : to;
      return end != null && !end.isAfter(begin)
          ? Optional.empty()
          : Optional.of(new Step(id, child, parent, begin, end));
    }
  }

  /** A hierarchy of steps. */
  public Hierarchy(Collection<Step> steps) {
    for (Step step : steps) {
      byChild.computeIfAbsent(step.child(), id -> new ArrayList<>()).add(step);
      byParent.computeIfAbsent(step.parent(), id -> new ArrayList<>()).add(step);
    }
  }

  /** Another owner of the same provider on a day on which the step would hold. */
  public Optional<Step> overlapping(Step wanted) {
    return byChild.getOrDefault(wanted.child(), List.of()).stream()
        .filter(step -> step.during(wanted.from(), wanted.to()).isPresent())
        .findFirst();
  }

  /** Whether, on any day on which the step would hold, the child owns the parent already. */
  public boolean closesCycle(Step wanted) {
    return reaches(wanted.parent(), wanted.child(), wanted.from(), wanted.to(), new HashSet<>());
  }

  private boolean reaches(
      UUID from, UUID wanted, LocalDate since, @Nullable LocalDate until, Set<Step> seen) {
    if (from.equals(wanted)) {
      return true;
    }
    for (Step step : byChild.getOrDefault(from, List.of())) {
      Optional<Step> part = step.during(since, until);
      if (part.isPresent()
          && seen.add(part.get())
          && reaches(step.parent(), wanted, part.get().from(), part.get().to(), seen)) {
        return true;
      }
    }
    return false;
  }

  /** The steps from a provider to the top on a day. */
  public List<Step> chain(UUID provider, LocalDate day) {
    List<Step> chain = new ArrayList<>();
    Set<UUID> passed = new HashSet<>(Set.of(provider));
    UUID at = provider;
    while (true) {
      Optional<Step> next =
          byChild.getOrDefault(at, List.of()).stream().filter(step -> step.on(day)).findFirst();
      if (next.isEmpty() || !passed.add(next.get().parent())) {
        return chain;
      }
      chain.add(next.get());
      at = next.get().parent();
    }
  }

  /** The organisation at the top on a day; the provider itself where it has no owner. */
  public UUID top(UUID provider, LocalDate day) {
    List<Step> chain = chain(provider, day);
    return chain.isEmpty() ? provider : chain.get(chain.size() - 1).parent();
  }

  /** An organisation and everything it owns on a day, however indirectly. */
  public Set<UUID> group(UUID top, LocalDate day) {
    Set<UUID> group = new LinkedHashSet<>();
    List<UUID> open = new ArrayList<>(List.of(top));
    while (!open.isEmpty()) {
      UUID at = open.remove(open.size() - 1);
      if (group.add(at)) {
        byParent.getOrDefault(at, List.of()).stream()
            .filter(step -> step.on(day))
            .map(Step::child)
            .forEach(open::add);
      }
    }
    return group;
  }
}
