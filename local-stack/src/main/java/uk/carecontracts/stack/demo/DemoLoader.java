package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import uk.carecontracts.stack.demo.DemoContract.Stage;
import uk.carecontracts.stack.infrastructure.Role;
import uk.carecontracts.stack.infrastructure.TokenMint;

/**
 * Loads the demo data through the gateway: providers with ratings, contracts, their returns of two
 * years.
 */
public final class DemoLoader {

  private static final int CONFLICT = 409;
  private static final int THREADS = 4;

  private final Gateway gateway;
  private final TokenMint tokens;
  private final LocalDate today;

  /**
   * A loader.
   *
   * @param gateway the gateway's address
   * @param tokens makes the bearer tokens
   * @param today the day that the data lead up to
   */
  public DemoLoader(URI gateway, TokenMint tokens, LocalDate today) {
    this.gateway = new Gateway(gateway);
    this.tokens = tokens;
    this.today = today;
  }

  /** Loads everything; what is there already is left as it is. */
  public void load() throws InterruptedException {
    int providers = each("providers with a registered service", DemoProvider.ALL, this::provider);
    int contracts = each("contracts", DemoContract.ALL, this::contract);
    int returns =
        each(
            "contracts' returns",
            DemoContract.ALL.stream().filter(contract -> contract.stage() == Stage.ACTIVE).toList(),
            new DemoReturns(gateway, tokens, today)::send);
    System.out.printf(
        "Loaded %d providers, %d contracts of %d councils, %d returns%n",
        providers, contracts, DemoCouncil.ALL.size(), returns);
  }

  private static <T> int each(String what, List<T> items, ToIntFunction<T> work)
      throws InterruptedException {
    System.out.println("Loading " + what);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      AtomicInteger sum = new AtomicInteger();
      List<Callable<Integer>> tasks = new ArrayList<>();
      items.forEach(item -> tasks.add(() -> sum.addAndGet(work.applyAsInt(item))));
      for (Future<Integer> task : threads.invokeAll(tasks)) {
        task.get();
      }
      return sum.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private int provider(DemoProvider provider) {
    String token = tokens.token(Role.PROVIDERS, provider.home().gss(), null);
    Gateway.Answer registered =
        gateway
            .post(
                "/v1/providers",
                token,
                Map.of(
                    "legalName", provider.name(),
                    "kind", provider.kindCode(),
                    "size", provider.size(),
                    "sme", true,
                    "vcse", provider.voluntary(),
                    "areas", List.of(provider.home().gss())))
            .orElse(CONFLICT, provider.name());
    if (!registered.isGood()) {
      return 0;
    }
    location(provider, registered.body().get("id").asText(), token);
    return 1;
  }

  private void location(DemoProvider provider, String id, String token) {
    Gateway.Answer location =
        gateway
            .post(
                "/v1/locations",
                token,
                Map.of(
                    "providerId", id,
                    "name", provider.branch(),
                    "careType", provider.careType(),
                    "area", provider.home().gss()))
            .good(provider.branch());
    String ratings = "/v1/locations/" + location.body().get("id").asText() + "/ratings";
    List<String> history = provider.ratings();
    for (int i = 0; i < history.size(); i++) {
      LocalDate report = today.minusMonths(14L * (history.size() - i)).plusDays(provider.number());
      gateway
          .post(
              ratings,
              token,
              Map.of(
                  "regulator", "CQC",
                  "overall", history.get(i),
                  "reportDate", report.toString()))
          .good("rating of " + provider.branch());
    }
  }

  private int contract(DemoContract contract) {
    String token = tokens.token(Role.CONTRACTS, contract.council().gss(), null);
    Gateway.Answer draft =
        gateway
            .post("/v1/contracts", token, terms(contract))
            .orElse(CONFLICT, contract.reference());
    if (!draft.isGood()) {
      return 0;
    }
    String path = "/v1/contracts/" + draft.body().get("id").asText();
    if (contract.stage() == Stage.DRAFT) {
      return 1;
    }
    if (contract.tendered()) {
      step(path, "publish-tender", token, Map.of());
    }
    if (contract.stage() == Stage.TENDER) {
      return 1;
    }
    step(path, "award", token, award(contract));
    if (contract.stage() == Stage.AWARDED) {
      return 1;
    }
    step(path, "activate", token, Map.of());
    if (contract.stage() == Stage.TERMINATED) {
      step(
          path,
          "terminate",
          token,
          Map.of(
              "date", today.minusDays(40).toString(), "reason", "The provider closed the service"));
    }
    return 1;
  }

  /** Suppliers are matched to providers while this runs, so the entity tag is read just before. */
  private void step(String path, String verb, String token, Map<String, Object> body) {
    Gateway.Answer answer = null;
    for (int attempt = 0; attempt < 5; attempt++) {
      String etag = gateway.get(path, token).good(path).etag();
      answer = gateway.postMatching(path + "/" + verb, token, etag, body);
      if (answer.status() != 412) {
        break;
      }
    }
    if (answer != null) {
      answer.good(verb + " of " + path);
    }
  }

  private Map<String, Object> terms(DemoContract contract) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("reference", contract.reference());
    terms.put("title", contract.title());
    terms.put(
        "description",
        contract.title() + " for residents of " + contract.council().name() + " (demo data).");
    terms.put("department", "Adult Social Care Commissioning");
    terms.put("buyerName", contract.council().name());
    terms.put("type", contract.type());
    terms.put("regime", contract.regime());
    terms.put("procedure", contract.procedure());
    terms.put("serviceType", contract.serviceType());
    terms.put("clientGroups", List.of(contract.clientGroup()));
    terms.put("values", Map.of("total", money(contract), "annual", pounds(contract)));
    terms.put(
        "dates",
        Map.of(
            "start", contract.start(today).toString(),
            "end", contract.end(today).toString(),
            "review", contract.end(today).minusMonths(9).toString(),
            "noticeMonths", 6));
    return terms;
  }

  private static Map<String, Object> money(DemoContract contract) {
    return Map.of("amount", contract.totalValue(), "currency", "GBP");
  }

  private static Map<String, Object> pounds(DemoContract contract) {
    return Map.of("amount", contract.annualValue(), "currency", "GBP");
  }

  private Map<String, Object> award(DemoContract contract) {
    List<Map<String, Object>> suppliers = new ArrayList<>();
    for (DemoProvider provider : contract.suppliers()) {
      suppliers.add(
          Map.of(
              "role",
              suppliers.isEmpty() ? "LEAD_SUPPLIER" : "ALLIANCE_PARTNER",
              "name",
              provider.name(),
              "sme",
              true,
              "vcse",
              provider.voluntary()));
    }
    LocalDate awarded = contract.start(today).minusMonths(2);
    LocalDate notAfterToday = awarded.isAfter(today) ? today : awarded;
    return Map.of("suppliers", suppliers, "awardDate", notAfterToday.toString());
  }

  /** For a query parameter. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The items of a page. */
  static List<JsonNode> items(Gateway.Answer page) {
    List<JsonNode> items = new ArrayList<>();
    page.body().path("items").forEach(items::add);
    return items;
  }
}
