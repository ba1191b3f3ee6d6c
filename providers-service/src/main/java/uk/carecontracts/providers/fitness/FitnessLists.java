package uk.carecontracts.providers.fitness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.tenancy.Caller;

/** What an authority found about all its providers, what ends first in front. */
@ApplicationScoped
class FitnessLists {

  /** The condition for one provider. */
  static final String OF_PROVIDER =
      "f.provider_id in (select provider_family(provider_survivor(?)))";

  private final Sql sql;
  private final Caller caller;
  private final AccreditationRepository accreditations;
  private final SuspensionRepository suspensions;

  FitnessLists(
      Sql sql,
      Caller caller,
      AccreditationRepository accreditations,
      SuspensionRepository suspensions) {
    this.sql = sql;
    this.caller = caller;
    this.accreditations = accreditations;
    this.suspensions = suspensions;
  }

  /** A row of a list: which one, and whose. */
  private record Found(UUID id, String providerName) {}

  /** Accreditations after a place. */
  List<ListedAccreditation> accreditations(
      AccreditationFilter filter, @Nullable Cursor from, int rows) {
    List<Found> found = find("accreditation", "expires_on", filter::add, from, rows);
    return inOrder(
        found,
        ids -> accreditations.list("id in ?1", ids).stream().map(Accreditation::state),
        AccreditationState::id,
        ListedAccreditation::new);
  }

  /** Suspensions after a place. */
  List<ListedSuspension> suspensions(SuspensionFilter filter, @Nullable Cursor from, int rows) {
    List<Found> found = find("suspension", "ends_on", filter::add, from, rows);
    return inOrder(
        found,
        ids -> suspensions.list("id in ?1", ids).stream().map(Suspension::state),
        SuspensionState::id,
        ListedSuspension::new);
  }

  /** What was found, read all at once. */
  private static <S, L> List<L> inOrder(
      List<Found> found,
      Function<List<UUID>, Stream<S>> read,
      Function<S, UUID> id,
      BiFunction<String, S, L> listed) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<UUID, S> states =
        read.apply(found.stream().map(Found::id).toList())
            .collect(Collectors.toMap(id, Function.identity()));
    return found.stream()
        .map(
            each ->
                listed.apply(each.providerName(), Objects.requireNonNull(states.get(each.id()))))
        .toList();
  }

  /** A provider's token finds its own only. */
  private List<Found> find(
      String table, String end, Consumer<Conditions> filter, @Nullable Cursor from, int rows) {
    Conditions conditions =
        new Conditions()
            .and("f.authority = ?", caller.authority())
            .and(OF_PROVIDER, caller.providerId().orElse(null));
    filter.accept(conditions);
    if (from != null) {
      conditions.all("(f." + end + ", f.id) > (?, ?)", from.day(0), from.id(1));
    }
    return sql.list(
        "select f.id, (select p.legal_name from provider p"
            + " where p.id = provider_survivor(f.provider_id)) as provider_name from "
            + table
            + " f"
            + conditions.where()
            + " order by f."
            + end
            + ", f.id limit ?",
        row -> new Found(row.getObject("id", UUID.class), row.getString("provider_name")),
        conditions.parameters(rows));
  }
}
