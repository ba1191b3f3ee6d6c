package uk.carecontracts.monitoring.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.monitoring.access.ProviderReach;

/** Finds actions over all plans, by the day they are due. */
@ApplicationScoped
class AgreedActions {
  private static final String ACTIONS =
      """
      select a.plan_id, a.contract_id, a.provider_id, a.assessment_id, a.concern_id, a.review_id,
        a.action::text as action, c.reference, c.provider_name
      from agreed_action a left join contract_view c on c.contract_id = a.contract_id""";

  private final Sql sql;
  private final StoredJson json;
  private final ProviderReach reach;
  private final Clock clock;

  AgreedActions(Sql sql, StoredJson json, ProviderReach reach, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.reach = reach;
    this.clock = clock;
  }

  /** A page of those the caller may see, earliest due first. */
  Page<AgreedAction> page(AgreedActionFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    LocalDate today = LocalDate.now(clock);
    int length = Paging.limit(filter.limit);
    String query = filter.fingerprint();
    @Nullable Cursor from = Cursor.parse(filter.cursor, query, 2);
    Conditions conditions = filter.conditions(today);
    if (from != null) {
      conditions.all(
          "(a.due_on, a.action_id) > (?, ?)", from.day(0).toString(), from.id(1).toString());
    }
    return Page.of(
        sql.list(
            ACTIONS + conditions.where() + " order by a.due_on, a.action_id limit ?",
            row -> read(row, today),
            conditions.parameters(length + 1)),
        length,
        found -> Cursor.after(query, found.action().dueOn(), found.action().id()));
  }

  private AgreedAction read(ResultSet row, LocalDate today) throws SQLException {
    Action action = json.read(row.getString("action"), Action.class);
    return new AgreedAction(
        Objects.requireNonNull(Sql.uuid(row, "plan_id")),
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        row.getString("reference"),
        Sql.uuid(row, "provider_id"),
        row.getString("provider_name"),
        Sql.uuid(row, "assessment_id"),
        Sql.uuid(row, "concern_id"),
        Sql.uuid(row, "review_id"),
        action,
        action.late(today));
  }
}
