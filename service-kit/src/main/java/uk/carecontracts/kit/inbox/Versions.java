package uk.carecontracts.kit.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Which version of each aggregate a consumer has applied, written for many events at once. */
final class Versions {
  private static final String ADVANCE =
      """
      insert into inbox (consumer, aggregate_type, aggregate_id, version, event_id)
      select ?, news.*
      from unnest(?::text[], ?::uuid[], ?::bigint[], ?::uuid[])
        as news (aggregate_type, aggregate_id, version, event_id)
      on conflict (consumer, aggregate_type, aggregate_id) do update
      set version = excluded.version, event_id = excluded.event_id, applied_at = now()
      where inbox.version < excluded.version
      returning aggregate_type, aggregate_id\
      """;

  private Versions() {}

  /** One aggregate of another service. */
  record Aggregate(String type, UUID id) {
    static Aggregate of(ReceivedEvent event) {
      return new Aggregate(event.aggregateType(), event.aggregateId());
    }
  }

  /** Cuts deliveries, in their order, where an aggregate comes again. */
  static List<List<Inbox.Delivery>> rounds(List<Inbox.Delivery> deliveries) {
    List<List<Inbox.Delivery>> rounds = new ArrayList<>();
    Set<Aggregate> inRound = new HashSet<>();
    for (Inbox.Delivery delivery : deliveries) {
      Aggregate aggregate = Aggregate.of(delivery.event());
      if (rounds.isEmpty() || inRound.contains(aggregate)) {
        rounds.add(new ArrayList<>());
        inRound.clear();
      }
      inRound.add(aggregate);
      rounds.get(rounds.size() - 1).add(delivery);
    }
    return rounds;
  }

  /**
   * Records what is about to be applied; gives those that were not known in this version or a newer
   * one.
   *
   * @param events no two of one aggregate
   */
  static Set<Aggregate> advance(Connection connection, String consumer, List<ReceivedEvent> events)
      throws SQLException {
    try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
      advance.setString(1, consumer);
      bind(advance, 2, "text", events, ReceivedEvent::aggregateType);
      bind(advance, 3, "uuid", events, ReceivedEvent::aggregateId);
      bind(advance, 4, "bigint", events, ReceivedEvent::aggregateVersion);
      bind(advance, 5, "uuid", events, ReceivedEvent::id);
      Set<Aggregate> advanced = new HashSet<>();
      try (ResultSet row = advance.executeQuery()) {
        while (row.next()) {
          advanced.add(new Aggregate(row.getString(1), row.getObject(2, UUID.class)));
        }
      }
      return advanced;
    }
  }

  private static void bind(
      PreparedStatement statement,
      int place,
      String type,
      List<ReceivedEvent> events,
      Function<ReceivedEvent, Object> attribute)
      throws SQLException {
    Object[] values = events.stream().map(attribute).toArray();
    statement.setArray(place, statement.getConnection().createArrayOf(type, values));
  }
}
