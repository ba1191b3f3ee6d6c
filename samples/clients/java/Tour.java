import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.client.ApiClient;
import uk.carecontracts.client.ApiException;
import uk.carecontracts.client.api.ContractImportsApi;
import uk.carecontracts.client.api.ContractLifecycleApi;
import uk.carecontracts.client.api.ContractsApi;
import uk.carecontracts.client.api.LocationsApi;
import uk.carecontracts.client.api.MonitoringPlansApi;
import uk.carecontracts.client.api.PublicRegisterApi;
import uk.carecontracts.client.api.RatingsApi;
import uk.carecontracts.client.api.ReturnsApi;
import uk.carecontracts.client.api.ScorecardsApi;
import uk.carecontracts.client.model.CareType;
import uk.carecontracts.client.model.ContractDates;
import uk.carecontracts.client.model.ContractRisk;
import uk.carecontracts.client.model.ContractSummary;
import uk.carecontracts.client.model.ContractTermsPatch;
import uk.carecontracts.client.model.ImportJob;
import uk.carecontracts.client.model.MonitoringPlan;
import uk.carecontracts.client.model.NewLocation;
import uk.carecontracts.client.model.NewRating;
import uk.carecontracts.client.model.Observation;
import uk.carecontracts.client.model.ReturnDraft;
import uk.carecontracts.client.model.Scorecard;

/** The README's tour with the generated client: a contract travels the whole way. */
public final class Tour {
  private static final String BASE = System.getenv().getOrDefault("BASE", "http://localhost:8080");
  private static final String COUNCIL = System.getenv("COUNCIL");
  private static final LocalDate TODAY = LocalDate.now();

  private final ApiClient contracts = client("CONTRACTS_TOKEN");
  private final ApiClient providers = client("PROVIDERS_TOKEN");
  private final ApiClient monitoring = client("MONITORING_TOKEN");
  private final ContractsApi register = new ContractsApi(contracts);
  private final String run = UUID.randomUUID().toString();

  public static void main(String[] arguments) throws Exception {
    new Tour().live();
  }

  private void live() throws Exception {
    importNotice();
    UUID contract = until("the contract has its provider", this::contractWithProvider);
    UUID provider = register.getContract(contract, null, null).getParties().get(0).getProviderId();

    ContractTermsPatch terms =
        new ContractTermsPatch()
            .serviceType("HOMECARE")
            .dates(new ContractDates().start(TODAY.minusYears(1)).end(TODAY.plusYears(2)));
    register.amendContract(contract, etag(contract), terms, "From the signed contract");
    say(
        "activated",
        new ContractLifecycleApi(contracts)
            .activateContract(contract, etag(contract), null)
            .getStatus());

    MonitoringPlansApi plans = new MonitoringPlansApi(monitoring);
    UUID plan =
        until(
            "the plan is open",
            () ->
                plans
                    .listMonitoringPlans(contract, null, null, null, null, null, null)
                    .getItems()
                    .stream()
                    .findFirst()
                    .map(each -> each.getId())
                    .orElse(null));
    submitReturn(plans.getMonitoringPlan(plan, null));
    Scorecard card =
        until(
            "the scorecard is there",
            () -> {
              Scorecard read =
                  new ScorecardsApi(monitoring).getScorecard(contract, null, null, null);
              return read.getRag() == null ? null : read;
            });
    say("scorecard", card.getRag() + " " + card.getArithmetic());

    UUID home = new LocationsApi(providers).registerLocation(branch(provider), null).getId();
    rate(home, "GOOD", TODAY.minusMonths(8));
    rate(home, "INADEQUATE", TODAY);
    ContractRisk risk =
        until(
            "the contract carries the flag",
            () -> {
              ContractRisk read = register.getContract(contract, null, null).getRisk();
              return read != null && Boolean.TRUE.equals(read.getFlagged()) ? read : null;
            });
    say("risk", risk.getTier() + " " + risk.getReasons());

    ApiClient anyone = new ApiClient();
    anyone.updateBaseUri(BASE);
    say(
        "public register",
        new PublicRegisterApi(anyone).getPublicContract(contract, null).getTitleOfAgreement());
  }

  private void importNotice() throws IOException, ApiException, InterruptedException {
    Path file = Files.createTempFile("notices", ".json");
    Files.writeString(
        file,
        """
        {"meta":{},"stats":{},"contracts":[{"id":"%s","title":"Homecare %s","description":"Visits at home",\
        "organisation":"Sample Council","status":"awarded","notice_type":"Contract","published_date":"2026-01-05",\
        "deadline_date":"2025-11-01","awarded_date":"2026-01-04","value_low":1000,"value_high":0,"awarded_value":52000,\
        "awarded_supplier":"Sample %s Care Ltd","awarded_to_sme":true,"cpv_codes":"85312000","cpv_description":"Social work",\
        "region":"North West","postcode":"","suitable_for_sme":true,"url":"https://example.org/notice"}]}\
        """
            .formatted(run, run, run));
    ContractImportsApi imports = new ContractImportsApi(contracts);
    UUID job = upload(file);
    ImportJob done =
        until(
            "the import is done",
            () -> {
              ImportJob read = imports.getContractImport(job);
              return "COMPLETED".equals(String.valueOf(read.getStatus())) ? read : null;
            });
    Files.delete(file);
    say("imported", done.getRows().getCreated() + " of " + done.getRows().getRead());
  }

  /** The generator writes a file as JSON; here it is sent as it is. */
  private UUID upload(Path file) throws IOException, InterruptedException {
    String path = "/v1/contract-imports?format=CONTRACTS_FINDER_NOTICES&authority=" + COUNCIL;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(BASE + path))
            .header("Authorization", "Bearer " + System.getenv("CONTRACTS_TOKEN"))
            .header("Content-Type", "application/octet-stream")
            .header("Idempotency-Key", run)
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return contracts.getObjectMapper().readValue(answer.body(), ImportJob.class).getId();
  }

  private UUID contractWithProvider() throws ApiException {
    List<ContractSummary> found =
        register
            .listContracts(
                null, null, null, null, null, null, null, null, null, null, null, 1, null, null,
                run, null, null, null, null, null, null, null, null)
            .getItems();
    if (found.isEmpty()) {
      return null;
    }
    UUID id = found.get(0).getId();
    return register.getContract(id, null, null).getParties().get(0).getProviderId() == null
        ? null
        : id;
  }

  private String etag(UUID contract) throws ApiException {
    return register.getContractWithHttpInfo(contract, null, null).getHeaders().get("etag").get(0);
  }

  private void submitReturn(MonitoringPlan plan) throws ApiException {
    ReturnDraft draft =
        new ReturnDraft()
            .planId(plan.getId())
            .periodStart(plan.getPeriods().get(0).getPeriodStart())
            .periodEnd(plan.getPeriods().get(0).getPeriodEnd())
            .observations(
                plan.getIndicators().stream()
                    .map(
                        each ->
                            new Observation()
                                .indicator(each.getCode())
                                .value(BigDecimal.valueOf(81)))
                    .toList())
            .submit(true);
    say("return", new ReturnsApi(monitoring).beginReturn(draft, run).getStatus());
  }

  private static NewLocation branch(UUID provider) {
    return new NewLocation()
        .providerId(provider)
        .name("Mill Lane branch")
        .careType(CareType.HOMECARE)
        .area(COUNCIL)
        .postcode("BB1 1AA");
  }

  private void rate(UUID home, String overall, LocalDate day) throws ApiException {
    Map<String, String> rating =
        Map.of("regulator", "CQC", "overall", overall, "reportDate", day.toString());
    new RatingsApi(providers)
        .recordRating(
            home, providers.getObjectMapper().convertValue(rating, NewRating.class), null);
  }

  private static ApiClient client(String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(BASE);
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + System.getenv(token)));
    return client;
  }

  private interface Question<T> {
    T ask() throws ApiException;
  }

  /** Asks until there is an answer; what is not there yet is asked for again. */
  private static <T> T until(String what, Question<T> question)
      throws ApiException, InterruptedException {
    for (int i = 0; i < 600; i++) {
      try {
        T answer = question.ask();
        if (answer != null) {
          return answer;
        }
      } catch (ApiException notYet) {
        if (notYet.getCode() != 404) {
          throw notYet;
        }
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("Not within two minutes: " + what);
  }

  private static void say(String what, Object fact) {
    System.out.println("java: " + what + ": " + fact);
  }
}
