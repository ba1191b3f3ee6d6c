package uk.carecontracts.providers.authorities;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.carecontracts.kit.database.Sql;

/** Finds the code of a council by its name, however a file spells it. */
@ApplicationScoped
public class AreaNames {

  private final Sql sql;

  AreaNames(Sql sql) {
    this.sql = sql;
  }

  private record Known(String name, String code, LocalDate from, LocalDate to) {

    boolean on(LocalDate day) {
      return !from.isAfter(day) && to.isAfter(day);
    }
  }

  /** The councils as they are on record at one moment, to look names up. */
  public static final class Lookup {
    private final List<Known> known;

    private Lookup(List<Known> known) {
      this.known = known;
    }

    /** The code in force on a day, else the latest code that the name ever had. */
    public Optional<String> code(String name, LocalDate day) {
      String wanted = normal(name);
      return known.stream()
          .filter(council -> council.name().equals(wanted))
          .max(Comparator.comparing((Known council) -> council.on(day)).thenComparing(Known::from))
          .map(Known::code);
    }
  }

  /** Reads every council once. */
  public Lookup lookup() {
    return new Lookup(
        sql.list(
            "select name, code, valid_from, coalesce(valid_to, 'infinity'::date) as until"
                + " from authority where kind <> 'DISTRICT'",
            row ->
                new Known(
                    normal(row.getString("name")),
                    row.getString("code"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("until", LocalDate.class))));
  }

  /** "Bristol, City of" is Bristol, "County Durham" Durham, "&" and. */
  static String normal(String name) {
    String text = name.strip().toLowerCase(Locale.UK).replace("&", " and ");
    text = text.replaceFirst(",\\s*(city|county) of$", "").replaceFirst("^county ", "");
    return text.replaceAll("[^a-z]+", " ").strip();
  }
}
