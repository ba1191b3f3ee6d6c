package uk.carecontracts.kit.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uk.carecontracts.kit.inbox.Redelivery;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Events a consumer could not apply. */
@ApplicationScoped
public class DeadLetters {
  private final DataSource database;
  private final Redelivery redelivery;

  DeadLetters(DataSource database, Redelivery redelivery) {
    this.database = database;
    this.redelivery = redelivery;
  }

  /** One of them. */
  public record DeadLetter(
      UUID id, String consumer, String topic, String reason, Instant failedAt) {}

  /** What a replay did: APPLIED, or KNOWN when a newer version had been applied. */
  public record Replay(UUID id, String outcome) {}

  List<DeadLetter> list(int limit) {
    return inSystem(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select id, consumer, topic, reason, failed_at from dead_letter"
                      + " where replayed_at is null order by id limit ?")) {
            select.setInt(1, limit);
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                letters.add(
                    new DeadLetter(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()));
              }
            }
            return letters;
          }
        });
  }

  long waiting() {
    return inSystem(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "select count(*) from dead_letter where replayed_at is null");
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  Replay replay(UUID id) {
    Redelivery.Letter letter =
        inSystem(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "select consumer, headers, payload from dead_letter where id = ?")) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                  if (!row.next()) {
                    throw ProblemException.notFound("dead letter", id);
                  }
                  return new Redelivery.Letter(row.getString(1), row.getString(2), row.getBytes(3));
                }
              }
            });
    String outcome = redelivery.apply(letter);
    inSystem(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "update dead_letter set replayed_at = now() where id = ?")) {
            update.setObject(1, id);
            return update.executeUpdate();
          }
        });
    return new Replay(id, outcome);
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T inSystem(Work<T> work) {
    return Tenancy.callAs(
        Acting.system("operations"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      try (Connection connection = database.getConnection()) {
                        return work.on(connection);
                      }
                    }));
  }
}
