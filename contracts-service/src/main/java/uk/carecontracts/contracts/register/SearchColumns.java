package uk.carecontracts.contracts.register;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractTerms;

/** What of a contract's terms is repeated in columns, so that it can be searched. */
@Embeddable
@SuppressWarnings("UnusedVariable") // written for searches, which read them in SQL
class SearchColumns {
  private String reference;
  private String title;
  private @Nullable String type;

  @Column(name = "service_type")
  private @Nullable String serviceType;

  private @Nullable String area;

  @Column(name = "client_groups")
  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] clientGroups;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] categories;

  @Column(name = "total_value")
  private @Nullable BigDecimal totalValue;

  @Column(name = "start_date")
  private @Nullable LocalDate startDate;

  @Column(name = "end_date")
  private @Nullable LocalDate endDate;

  @Column(name = "search_text")
  private String searchText;

  /** For the persistence provider. */
  protected SearchColumns() {}

  static SearchColumns of(ContractTerms terms) {
    SearchColumns columns = new SearchColumns();
    columns.reference = terms.reference();
    columns.title = terms.title();
    columns.type = terms.type() == null ? null : terms.type().name();
    columns.serviceType = terms.serviceType();
    columns.area = terms.area();
    columns.clientGroups = terms.clientGroups().toArray(String[]::new);
    columns.categories =
        Stream.concat(
                Stream.ofNullable(terms.categories().proclass()), terms.categories().cpv().stream())
            .toArray(String[]::new);
    columns.totalValue = terms.values().total() == null ? null : terms.values().total().amount();
    columns.startDate = terms.dates().start();
    columns.endDate = terms.dates().end();
    columns.searchText = searchText(terms);
    return columns;
  }

  private static String searchText(ContractTerms terms) {
    Stream<@Nullable String> own =
        Stream.of(terms.title(), terms.reference(), terms.description(), terms.buyerName());
    Stream<@Nullable String> suppliers =
        terms.parties().stream().flatMap(p -> Stream.of(p.name(), p.tradingName()));
    return Stream.concat(own, suppliers).filter(Objects::nonNull).collect(Collectors.joining("\n"));
  }
}
