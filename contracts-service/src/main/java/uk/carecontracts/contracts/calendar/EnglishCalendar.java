package uk.carecontracts.contracts.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The bank holidays the database holds; read once, because they change with a release. */
@ApplicationScoped
public class EnglishCalendar {
  private final DataSource database;
  private volatile @Nullable List<BankHoliday> holidays;

  EnglishCalendar(DataSource database) {
    this.database = database;
  }

  /** Every bank holiday known, in order. */
  public List<BankHoliday> bankHolidays() {
    List<BankHoliday> known = holidays;
    if (known == null) {
      known = read();
      holidays = known;
    }
    return known;
  }

  /** Counting in the working days of England. */
  public WorkingDays workingDays() {
    return new WorkingDays(
        bankHolidays().stream().map(BankHoliday::day).collect(Collectors.toSet()));
  }

  private List<BankHoliday> read() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select day, name, certainty from bank_holiday order by day");
        ResultSet row = select.executeQuery()) {
      List<BankHoliday> days = new ArrayList<>();
      while (row.next()) {
        days.add(
            new BankHoliday(
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                row.getString("certainty")));
      }
      return List.copyOf(days);
    } catch (SQLException e) {
      throw new IllegalStateException("Bank holidays could not be read", e);
    }
  }
}
