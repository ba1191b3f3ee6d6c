package uk.carecontracts.stack.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.carecontracts.stack.infrastructure.Role;
import uk.carecontracts.stack.infrastructure.TokenMint;

/**
 * Loads the demo through the gateway, as councils and providers would. A second run changes
 * nothing; a run after an interrupted one goes on where that stopped.
 */
public final class DemoCommand {
  private static final int CONNECTIONS = 6;

  /** The provider whose failure is worked out twice: homes and homecare in five councils. */
  private static final String CHECKED = "WYNDRAKE";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final String gateway;
  private final ApiClient api;
  private final Tokens tokens;
  private final LocalDate today;
  private final PrintStream out;

  private DemoCommand(String gateway, Tokens tokens, LocalDate today, PrintStream out) {
    this.gateway = gateway;
    this.api = new ApiClient(URI.create(gateway));
    this.tokens = tokens;
    this.today = today;
    this.out = out;
  }

  /**
   * Loads the demo into the stack of this machine; gives the exit code.
   *
   * @param gatewayPort where the gateway listens
   * @param mint makes the tokens of officers and providers
   * @param visits how many homecare visits to send as well, 0 for none
   */
  public static int run(int gatewayPort, TokenMint mint, int visits) {
    LocalDate today = LocalDate.now(Clock.system(LONDON));
    DemoCommand command =
        new DemoCommand("http://localhost:" + gatewayPort, new Tokens(mint), today, System.out);
    try {
      command.load(visits);
      return 0;
    } catch (DemoFailure e) {
      System.err.println("demo: " + e.getMessage());
      return 1;
    }
  }

  private void load(int visits) {
    long begin = System.nanoTime();
    Catalogue catalogue = Catalogue.read();
    List<DemoContract> contracts = ContractGenerator.contracts(catalogue, today);
    Progress progress = new Progress(out);
    try (Crew crew = new Crew(CONNECTIONS)) {
      out.println("Loading the demo through " + gateway + " (invented data)");
      checkAuthorities(catalogue);
      Map<String, UUID> providers = new ProviderLoader(catalogue, api, tokens).load(crew, progress);
      Map<String, UUID> locations =
          new LocationLoader(catalogue, providers, api, tokens, today).load(crew, progress);
      Map<String, UUID> records =
          new ContractLoader(contracts, providers, api, tokens)
              .load(catalogue.authorities(), crew, progress);
      List<MonitoredPlan> plans =
          new PlanLoader(contracts, records, api, tokens, today)
              .load(catalogue.authorities(), crew, progress);
      new ReturnLoader(plans, api, tokens).load(catalogue.authorities(), crew, progress);
      new PopulationLoader(api, tokens).load(catalogue.authorities(), crew, progress);
      new PlacementLoader(
              new PlacementGenerator(catalogue, contracts, today),
              providers,
              locations,
              api,
              tokens)
          .load(catalogue.authorities(), crew, progress);
      new ScenePlayer(catalogue, providers, locations, records, api, tokens, today)
          .play(Scene.all(), crew, progress);
      if (visits > 0) {
        new VisitLoader(plans, URI.create(gateway), api, tokens, today).load(visits, out);
      }
      out.printf("Loaded in %.0f s%n", (System.nanoTime() - begin) / 1e9);
      new Summary(catalogue, api, tokens).print(contracts, crew, out);
      new MarketCheck(catalogue.authorities(), api, tokens, today)
          .run(tokens, providers.get(CHECKED).toString(), crew, out);
      Summary.calls(gateway, providers.get(CHECKED), out);
    }
  }

  /** The councils must be those of the reference data, or everything after would be misplaced. */
  private void checkAuthorities(Catalogue catalogue) {
    String token = tokens.officer(Role.PROVIDERS, catalogue.authorities().get(0));
    Map<String, String> names =
        api.list("/v1/authorities", token).stream()
            .collect(
                Collectors.toMap(
                    item -> item.path("code").asText(),
                    item -> item.path("name").asText(),
                    (one, other) -> other));
    for (DemoAuthority authority : catalogue.authorities()) {
      if (!authority.name().equals(names.get(authority.code()))) {
        throw new DemoFailure(
            "The product's list of councils has %s for %s, the demo expects %s."
                .formatted(names.get(authority.code()), authority.code(), authority.name()));
      }
    }
  }
}
