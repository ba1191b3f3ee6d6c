package uk.carecontracts.providers.market;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.providers.register.Providers;

/** Who depends on whom. */
@Path("/v1/market/dependency")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
@SecurityRequirement(name = "bearer")
public class DependencyResource {

  private final FailureRepository figures;
  private final DependencyRepository dependencies;
  private final Providers providers;
  private final Caller caller;
  private final Clock clock;

  DependencyResource(
      FailureRepository figures,
      DependencyRepository dependencies,
      Providers providers,
      Caller caller,
      Clock clock) {
    this.figures = figures;
    this.dependencies = dependencies;
    this.providers = providers;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Dependency in both directions, in pounds a year of contracts that run on the day.
   *
   * @param asOf the day
   * @param providerId the provider
   * @param authority GSS code of your authority
   * @param paid what your authority pays the provider
   * @param authoritySpend what your authority pays all providers
   * @param shareOfAuthority percentage of your spend that goes to the provider; absent without
   *     spend
   * @param providerIncome what all authorities on the register pay the provider
   * @param shareOfProvider percentage of that which is yours; absent without income
   * @param authorities what each authority pays it, largest first
   * @param counted your contracts with it
   */
  @Schema(name = "MarketDependency")
  public record Dependency(
      LocalDate asOf,
      UUID providerId,
      String authority,
      BigDecimal paid,
      BigDecimal authoritySpend,
      @Nullable BigDecimal shareOfAuthority,
      BigDecimal providerIncome,
      @Nullable BigDecimal shareOfProvider,
      List<Payer> authorities,
      List<UUID> counted) {}

  /**
   * One authority's part of a provider's income.
   *
   * @param authority GSS code
   * @param amount pounds a year
   * @param sharePercent of the provider's income, to two places
   * @param contracts how many contracts
   */
  @Schema(name = "DependencyPayer")
  public record Payer(
      String authority, BigDecimal amount, BigDecimal sharePercent, long contracts) {}

  /** Who depends on whom. */
  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getMarketDependency",
      summary = "A provider's share of your spend, and your share of its income",
      description =
          "By annual value of contracts on the register that the provider leads on the day, never"
              + " frameworks. As CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "Shares in both directions with the contracts counted",
      content = @Content(schema = @Schema(implementation = Dependency.class)))
  @APIResponse(
      responseCode = "400",
      description = "providerId is missing or a parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Dependency dependency(
      @QueryParam("providerId") @Parameter(description = "The provider", required = true)
          @Nullable UUID providerId,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    if (providerId == null) {
      throw ProblemException.badRequest("providerId", "Name the provider.");
    }
    UUID provider = providers.requireSurvivor(providerId).id();
    LocalDate day = Objects.requireNonNullElse(asOf, LocalDate.now(clock));
    String authority = caller.authority();
    Set<UUID> family = figures.family(Set.of(provider));
    List<DependencyRepository.Paid> paid =
        Tenancy.callAs(
            Acting.system("market"),
            () -> QuarkusTransaction.requiringNew().call(() -> dependencies.paid(family, day)));
    BigDecimal income =
        paid.stream()
            .map(DependencyRepository.Paid::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    DependencyRepository.Paid own =
        paid.stream()
            .filter(part -> part.authority().equals(authority))
            .findFirst()
            .orElse(new DependencyRepository.Paid(authority, BigDecimal.ZERO, List.of()));
    BigDecimal spend = dependencies.spend(authority, day);
    return new Dependency(
        day,
        provider,
        authority,
        own.amount(),
        spend,
        percent(own.amount(), spend),
        income,
        percent(own.amount(), income),
        paid.stream()
            .map(
                part ->
                    new Payer(
                        part.authority(),
                        part.amount(),
                        Objects.requireNonNullElse(percent(part.amount(), income), BigDecimal.ZERO),
                        part.counted().size()))
            .toList(),
        own.counted());
  }

  private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : part.multiply(BigDecimal.valueOf(100)).divide(whole, 2, RoundingMode.HALF_UP);
  }

  /** Who depends on whom, for a spreadsheet. */
  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response dependencyAsCsv(
      @QueryParam("providerId") @Nullable UUID providerId,
      @QueryParam("asOf") @Nullable LocalDate asOf) {
    CsvTable table = new CsvTable("authority", "amount", "sharePercent", "contracts");
    dependency(providerId, asOf)
        .authorities()
        .forEach(p -> table.line(p.authority(), p.amount(), p.sharePercent(), p.contracts()));
    return Response.ok(table.text()).build();
  }
}
