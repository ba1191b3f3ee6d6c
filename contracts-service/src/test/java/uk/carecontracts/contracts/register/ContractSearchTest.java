package uk.carecontracts.contracts.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.testkit.Infrastructure;

/** Searching a long register window by window, what it costs and what facets count. */
@QuarkusTest
@ContractsInfrastructure
class ContractSearchTest {
  @Inject DataSource database;
  @Inject StoredJson json;
  @Inject Sql sql;

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  private static Response named(String word) {
    return Api.draft(Api.complete(Api.reference()).replace("Support at home", word));
  }

  @Test
  void a_page_needs_one_statement_whatever_its_length() {
    String word = word();
    for (int i = 0; i < 12; i++) {
      named(word);
    }
    AtomicInteger statements = new AtomicInteger();
    ContractSearch search =
        new ContractSearchRepository(counting(statements), json, new SearchWindows(sql));
    ContractFilter filter = new ContractFilter();
    filter.text = word;
    for (int limit : new int[] {1, 12}) {
      statements.set(0);
      List<ContractRow> rows =
          Tenancy.callAs(
              Acting.forAuthority(Api.AUTHORITY, "test"),
              () ->
                  QuarkusTransaction.requiringNew().call(() -> search.search(filter, null, limit)));
      assertEquals(limit, rows.size());
      assertEquals(1, statements.get());
    }
  }

  /**
   * Windows of three, five and seven contracts after a glance at one, so that pages begin and end
   * before, at and in them; each contract in a stretch of its own, some changed since.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 50})
  void a_search_window_by_window_finds_the_same_pages(int length) throws SQLException {
    String word = word();
    for (int i = 0; i < 9; i++) {
      nextStretch();
      Response entered =
          named(i % 3 == 1 ? "Other " + word() : word + (i % 2 == 0 ? " even" : " odd"));
      if (i % 4 == 2) {
        change(entered);
      }
    }
    ContractFilter filter = keepers();
    for (String text : List.of(word, word + " even", word + " odd", "no" + word)) {
      filter.text = text;
      assertEquals(pages(windows(), filter, length), pages(windows(3, 5, 7), filter, length));
    }
    filter.text = null;
    filter.serviceType = "HOME_CARE";
    filter.clientGroup = "OLDER_PEOPLE";
    assertEquals(page(windows(), filter, length), page(windows(3, 5, 7), filter, length));
  }

  /** Facets that counted everything spare a glance, windows or, of nothing, the search itself. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 50})
  void a_search_that_knows_its_facets_finds_the_same_pages(int length) throws SQLException {
    String word = word();
    for (int i = 0; i < 5; i++) {
      nextStretch();
      named(word);
    }
    ContractFilter filter = keepers();
    for (String text : List.of(word, "no" + word)) {
      filter.text = text;
      for (int most : new int[] {3, 100}) {
        ContractSearch.Facets counted = facets(text, most);
        assertEquals(
            pages(windows(), filter, length), pages(windows(3, 5), filter, length, counted));
      }
    }
  }

  @Test
  void what_is_entered_after_the_windows_were_measured_is_found() throws SQLException {
    String word = word();
    ContractFilter filter = keepers();
    filter.text = word;
    SearchWindows measured = windows(2, 4);
    assertEquals(List.of(), page(measured, filter, 10));
    List<UUID> entered = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      nextStretch();
      entered.add(0, UUID.fromString(Api.id(named(word))));
    }
    assertEquals(entered, page(measured, filter, 10));
  }

  @Test
  void a_contract_stays_in_its_stretch_when_it_changes() throws SQLException {
    nextStretch();
    Response draft = named(word());
    int entered = stretch(draft);
    nextStretch();
    change(draft);
    assertEquals(entered, stretch(draft));
    assertEquals(entered + 1, stretch(named(word())));
  }

  private static void nextStretch() throws SQLException {
    owner(
        "select setval('contract_search_place', (last_value / 4096 + 1) * 4096) from contract_search_place");
  }

  private static int stretch(Response contract) throws SQLException {
    return owner(
        "select stretch from contract_search where contract_id = '" + Api.id(contract) + "'");
  }

  private static int owner(String statement) throws SQLException {
    try (Connection connection = Infrastructure.jdbc("contracts");
        Statement open = connection.createStatement();
        ResultSet row = open.executeQuery(statement)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void change(Response contract) {
    Api.step(contract, "publish-tender", null).then().statusCode(200);
  }

  private SearchWindows windows(Integer... lengths) {
    SearchWindows windows = new SearchWindows(sql, 1, List.of(lengths));
    windows.measure();
    return windows;
  }

  private static ContractFilter keepers() {
    ContractFilter filter = new ContractFilter();
    filter.onlyAuthority(Api.AUTHORITY);
    return filter;
  }

  @Test
  void facets_of_a_long_list_count_its_newest_contracts_and_say_so() {
    String word = word();
    for (String serviceType : List.of("HOME_CARE", "HOME_CARE", "DAY_CARE", "HOME_CARE")) {
      String terms = Api.complete(Api.reference()).replace("HOME_CARE", serviceType);
      Api.draft(terms.replace("Support at home", word));
    }
    ContractSearch.Facets counted = facets(word, 3);
    assertEquals(3, counted.counted());
    assertFalse(counted.complete());
    assertEquals(
        List.of(new ContractSearch.Facet("HOME_CARE", 2), new ContractSearch.Facet("DAY_CARE", 1)),
        counted.counts().get("serviceType"));
    assertEquals(4, facets(word, 5).counted());
    assertTrue(facets(word, 5).complete());
  }

  @Test
  void a_page_with_facets_is_the_page_without() {
    String word = word();
    for (int i = 0; i < 3; i++) {
      named(word);
    }
    for (String order : List.of("", "&sort=-created", "&sort=created", "&sort=-title")) {
      String path = "/v1/contracts?limit=2&q=" + word + order;
      JsonPath plain = list(path);
      JsonPath counted = list(path + "&facets=true");
      assertEquals(plain.getList("items.id"), counted.getList("items.id"));
      assertEquals(plain.getString("next"), counted.getString("next"));
      String rest = path + "&cursor=" + plain.getString("next");
      assertEquals(list(rest).getList("items.id"), list(rest + "&facets=true").getList("items.id"));
      assertEquals(3, counted.getInt("facetsCounted"));
    }
    assertEquals(List.of(), list("/v1/contracts?facets=true&q=no" + word).getList("items"));
  }

  private static JsonPath list(String path) {
    return Api.keeper().get(path).then().statusCode(200).extract().jsonPath();
  }

  private ContractSearch.Facets facets(String text, int most) {
    ContractSearch search = new ContractSearchRepository(database, json, windows(), most);
    ContractFilter filter = keepers();
    filter.text = text;
    return Tenancy.callAs(
        Acting.forAuthority(Api.AUTHORITY, "test"),
        () -> QuarkusTransaction.requiringNew().call(() -> search.facets(filter)));
  }

  private List<List<UUID>> pages(SearchWindows windows, ContractFilter filter, int length) {
    return pages(windows, filter, length, null);
  }

  private List<List<UUID>> pages(
      SearchWindows windows,
      ContractFilter filter,
      int length,
      ContractSearch.@Nullable Facets counted) {
    String query = ContractSearch.fingerprint(filter);
    List<List<UUID>> pages = new ArrayList<>();
    Cursor after = null;
    do {
      List<ContractRow> rows = rows(windows, filter, after, length, counted);
      pages.add(rows.stream().map(row -> row.state().id()).toList());
      after = rows.isEmpty() ? null : ContractSearch.after(query, rows.get(rows.size() - 1));
    } while (after != null);
    return pages;
  }

  private List<UUID> page(SearchWindows windows, ContractFilter filter, int length) {
    return rows(windows, filter, null, length, null).stream().map(row -> row.state().id()).toList();
  }

  private List<ContractRow> rows(
      SearchWindows windows,
      ContractFilter filter,
      @Nullable Cursor after,
      int length,
      ContractSearch.@Nullable Facets counted) {
    ContractSearch search = new ContractSearchRepository(database, json, windows);
    return Tenancy.callAs(
        Acting.forAuthority(Api.AUTHORITY, "test"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(() -> search.search(filter, after, length, counted)));
  }

  private DataSource counting(AtomicInteger statements) {
    return proxy(
        DataSource.class,
        database,
        result -> result instanceof Connection c ? countingConnection(c, statements) : result);
  }

  private static Connection countingConnection(Connection connection, AtomicInteger statements) {
    return proxy(
        Connection.class,
        connection,
        result -> {
          if (result instanceof PreparedStatement) {
            statements.incrementAndGet();
          }
          return result;
        });
  }

  private interface Seen {
    Object of(Object result);
  }

  private static <T> T proxy(Class<T> type, T target, Seen seen) {
    return type.cast(
        Proxy.newProxyInstance(
            ContractSearchTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return seen.of(method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
