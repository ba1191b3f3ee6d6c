package uk.carecontracts.contracts.placements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;

/** Placements in PostgreSQL, with a row for each of their terms to report on. */
@ApplicationScoped
class PlacementRepository implements PanacheRepositoryBase<Placement, UUID> {
  private static final String ADD_TERMS =
      """
      insert into placement_terms (placement_id, authority, valid_from, valid_to, kind, care_type,
        area, location_id, weekly_price, hours_per_week)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private final Sql sql;

  PlacementRepository(Sql sql) {
    this.sql = sql;
  }

  /** Replaces the rows that reports read. */
  void keepTerms(PlacementState state) {
    sql.update("delete from placement_terms where placement_id = ?", state.id());
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < state.terms().size(); i++) {
      PlacementTerms terms = state.terms().get(i);
      boolean last = i == state.terms().size() - 1;
      LocalDate until =
          last
              ? state.endDate() == null ? null : state.endDate().plusDays(1)
              : state.terms().get(i + 1).from();
      rows.add(
          new Object[] {
            state.id(),
            state.authority(),
            terms.from(),
            until,
            terms.kind(),
            terms.careType(),
            terms.area(),
            terms.locationId(),
            terms.weeklyPrice().amount(),
            terms.hoursPerWeek()
          });
    }
    sql.batch(ADD_TERMS, rows);
  }

  /** The placement an authority knows by a reference. */
  Optional<UUID> idOf(String authority, String reference) {
    return sql.first(
        "select id from placement where authority = ? and reference = ?",
        row -> row.getObject("id", UUID.class),
        authority,
        reference);
  }

  /** Placements that name a provider record, or one that it speaks for. */
  List<Placement> namedFor(UUID provider) {
    List<UUID> ids =
        sql.list(
            "select id from placement where provider_id in (select provider_family(?)) order by id",
            PlacementRepository::id,
            provider);
    return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
  }

  /** Active placements whose last day has come, the earliest first. */
  List<UUID> runOutBy(LocalDate today, int limit) {
    return sql.list(
        "select id from placement where status = 'ACTIVE' and end_date <= ?"
            + " order by end_date, id limit ?",
        row -> row.getObject("id", UUID.class),
        today,
        limit);
  }

  /** Identities that match a filter, newest first, before one when it is given. */
  List<Placement> page(PlacementFilter filter, @Nullable UUID before, int limit) {
    Conditions conditions = filter.conditions().and("p.id < ?", before);
    List<UUID> ids =
        sql.list(
            "select p.id from placement p join placement_terms t on t.placement_id = p.id"
                + conditions.where()
                + " order by p.id desc limit ?",
            PlacementRepository::id,
            conditions.parameters(limit));
    return ids.isEmpty() ? List.of() : list("id in ?1 order by id desc", ids);
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject("id", UUID.class);
  }
}
