package uk.carecontracts.providers.directories;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.authorities.AreaNames;
import uk.carecontracts.providers.directories.Cells.BadLine;
import uk.carecontracts.providers.directories.Cells.OutOfScope;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;
import uk.carecontracts.providers.identity.Scheme;
import uk.carecontracts.providers.locations.CareType;
import uk.carecontracts.providers.locations.RegisterDesk;
import uk.carecontracts.providers.locations.RegisterEntry;
import uk.carecontracts.providers.ratings.KeyQuestions;
import uk.carecontracts.providers.ratings.Rating;
import uk.carecontracts.providers.ratings.RatingSummary;
import uk.carecontracts.providers.ratings.Regulator;
import uk.carecontracts.providers.register.OrganisationFacts;
import uk.carecontracts.providers.register.ProviderKind;

/**
 * CQC_DIRECTORY: the care directory in both layouts, the short one ("Service types" in one cell,
 * four lines of title) and the one with filters (a column for every service type, beds, ratings,
 * coordinates and the provider's numbers).
 */
@Singleton
public class CqcDirectoryImport extends DirectoryFormat {

  private static final Map<String, CareType> FLAGS = flags();

  private static Map<String, CareType> flags() {
    Map<String, CareType> flags = new LinkedHashMap<>();
    flags.put("servicetypecarehomeservicewithnursing", CareType.NURSING_HOME);
    flags.put("servicetypecarehomeservicewithoutnursing", CareType.RESIDENTIAL_HOME);
    flags.put("servicetypedomiciliarycareservice", CareType.HOMECARE);
    flags.put("servicetypesupportedlivingservice", CareType.SUPPORTED_LIVING);
    flags.put("servicetypeextracarehousingservices", CareType.EXTRA_CARE);
    flags.put("servicetypesharedlives", CareType.SHARED_LIVES);
    return flags;
  }

  CqcDirectoryImport(RegisterDesk desk, AreaNames areas) {
    super("CQC_DIRECTORY", Regulator.CQC, Set.of("providername"), desk, areas);
  }

  @Override
  RegisterEntry entry(Cells cells, AreaNames.Lookup councils, LocalDate date)
      throws BadLine, OutOfScope {
    String id =
        cells.required(
            "CQC location id",
            "locationid",
            "cqclocationidforofficeuseonly",
            "cqclocationforofficeuseonly",
            "cqclocationid");
    String number =
        Identifier.parse(Scheme.CQC_LOCATION.code(), id)
            .map(Identifier::value)
            .orElseThrow(
                () -> new BadLine("CQC location id", "A CQC location id reads like 1-123456789."));
    return new RegisterEntry(
        Regulator.CQC,
        number,
        provider(cells),
        OrganisationName.clean(cells.required("name", "locationname", "name")),
        careType(cells),
        cells.number("carehomesbeds", "beds", "numberofbeds"),
        area(cells, councils, date, "locationlocalauthority", "localauthority"),
        cells.postcode("locationpostalcode", "postalcode", "postcode"),
        address(cells),
        cells.orNull("locationtelephonenumber", "phonenumber"),
        cells.orNull("locationwebaddress", "serviceswebsiteifavailable"),
        cells.degrees(90, "locationlatitude", "latitude"),
        cells.degrees(180, "locationlongitude", "longitude"),
        cells.date("dateoflatestcheck"),
        cells.date("locationhscastartdate"),
        null,
        ratings(cells),
        List.of());
  }

  private static CareType careType(Cells cells) throws OutOfScope {
    for (Map.Entry<String, CareType> flag : FLAGS.entrySet()) {
      if (cells.yes(flag.getKey())) {
        return flag.getValue();
      }
    }
    String services = cells.text("servicetypes").orElse("");
    Optional<CareType> type =
        Arrays.stream(services.split("[|,;]", -1))
            .map(CareType::parse)
            .flatMap(Optional::stream)
            .sorted()
            .findFirst();
    if (type.isPresent()) {
      return type.get();
    }
    if (cells.yes("carehome")) {
      return CareType.RESIDENTIAL_HOME;
    }
    throw new OutOfScope("None of its services is social care: the line is left out.");
  }

  private static @Nullable String address(Cells cells) {
    String parts =
        cells.address(
            List.of(
                "locationstreetaddress", "locationaddressline2", "locationcity", "locationcounty"));
    String other =
        parts == null
            ? cells.address(List.of("streetaddress", "addressline2", "city", "county"))
            : parts;
    return other == null
        ? cells
            .text("address")
            .map(
                whole ->
                    Arrays.stream(whole.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")))
            .orElse(null)
        : other;
  }

  private static @Nullable OrganisationFacts provider(Cells cells) {
    String name = cells.orNull("providername");
    if (name == null) {
      return null;
    }
    Set<Identifier> numbers = new LinkedHashSet<>();
    add(numbers, Scheme.CQC_PROVIDER, cells, "providerid", "cqcprovideridforofficeuseonly");
    add(numbers, Scheme.COMPANIES_HOUSE, cells, "providercompanieshousenumber");
    add(numbers, Scheme.CHARITY_COMMISSION, cells, "providercharitynumber");
    return new OrganisationFacts(
        new Candidate(
            OrganisationName.clean(name), List.of(), numbers, cells.postcode("providerpostalcode")),
        kind(cells),
        null,
        cells.orNull("providerbrandname", "brandname", "locationbrandname"),
        cells.address(
            List.of(
                "providerstreetaddress", "provideraddressline2", "providercity", "providercounty")),
        cells.orNull("providerwebaddress"),
        false);
  }

  /** The register tells individuals, partnerships and the NHS; "organisation" may be anything. */
  private static @Nullable ProviderKind kind(Cells cells) {
    return switch (cells.text("providerownershiptype").orElse("")) {
      case "Individual" -> ProviderKind.SOLE_TRADER;
      case "Partnership" -> ProviderKind.PARTNERSHIP;
      case "NHS Body" -> ProviderKind.NHS;
      default -> null;
    };
  }

  private static void add(Set<Identifier> numbers, Scheme scheme, Cells cells, String... columns) {
    cells
        .text(columns)
        .flatMap(text -> Identifier.parse(scheme.code(), text))
        .ifPresent(numbers::add);
  }

  private static List<RatingSummary> ratings(Cells cells) throws BadLine {
    List<RatingSummary> ratings = new ArrayList<>();
    Rating overall = cells.rating("locationlatestoverallrating");
    LocalDate published = cells.date("publicationdate");
    if (overall != null && published != null) {
      ratings.add(
          new RatingSummary(
              Regulator.CQC,
              overall,
              published,
              KeyQuestions.none(),
              null,
              cells.yes("inheritedratingyn", "inheritedrating")));
    }
    return ratings;
  }
}
