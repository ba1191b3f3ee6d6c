package uk.carecontracts.providers.companies;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.providers.directories.DirectoryTable;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;
import uk.carecontracts.providers.identity.Scheme;
import uk.carecontracts.providers.register.OrganisationDesk;
import uk.carecontracts.providers.register.OrganisationFacts;
import uk.carecontracts.providers.register.ProviderKind;

/**
 * COMPANIES_HOUSE: rows of the company data product. A company on record takes its registered name,
 * the name it had becoming a further one, and learns its office; one that is not is recorded, so
 * send only the companies you deal with.
 */
@ApplicationScoped
public class CompaniesHouseImport implements ImportFormat<OrganisationFacts> {

  private final OrganisationDesk organisations;

  CompaniesHouseImport(OrganisationDesk organisations) {
    this.organisations = organisations;
  }

  @Override
  public String collection() {
    return "provider-imports";
  }

  @Override
  public String name() {
    return "COMPANIES_HOUSE";
  }

  @Override
  public ImportRows<OrganisationFacts> open(InputStream file, ImportContext context) {
    DirectoryTable table =
        DirectoryTable.open(
            file, Set.of("companyname", "companynumber"), context.parameter("sheet"));
    return new ImportRows<>() {
      @Override
      public boolean hasNext() {
        return table.hasNext();
      }

      @Override
      public ImportRow<OrganisationFacts> next() {
        return row(table.next());
      }

      @Override
      public void close() {
        table.close();
      }
    };
  }

  private static ImportRow<OrganisationFacts> row(DirectoryTable.Line line) {
    Map<String, String> cells = line.cells();
    String number = cells.getOrDefault("companynumber", "");
    Optional<Identifier> company = Identifier.parse(Scheme.COMPANIES_HOUSE.code(), number);
    if (!line.complaint().isEmpty()) {
      return ImportRow.malformed(line.number(), null, line.complaint());
    }
    if (company.isEmpty()) {
      return ImportRow.malformed(
          line.number(), "CompanyNumber", "'" + number + "' is no company number.");
    }
    String name = OrganisationName.clean(cells.getOrDefault("companyname", ""));
    if (name.isEmpty()) {
      return ImportRow.malformed(line.number(), "CompanyName", "A value is needed here.");
    }
    return ImportRow.of(
        line.number(),
        new OrganisationFacts(
            new Candidate(
                name, previousNames(cells), Set.of(company.get()), cells.get("regaddresspostcode")),
            kind(cells.getOrDefault("companycategory", "")),
            null,
            null,
            address(cells),
            null,
            true));
  }

  private static List<String> previousNames(Map<String, String> cells) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      String before = cells.get("previousname" + i + "companyname");
      if (before != null) {
        names.add(OrganisationName.clean(before));
      }
    }
    return names;
  }

  private static @Nullable ProviderKind kind(String category) {
    return switch (category) {
      case "Community Interest Company" -> ProviderKind.CIC;
      case "Charitable Incorporated Organisation",
          "Scottish Charitable Incorporated Organisation" ->
          ProviderKind.CHARITY;
      case "Industrial and Provident Society", "Registered Society" -> ProviderKind.MUTUAL;
      case "Limited Partnership", "Limited Liability Partnership" -> ProviderKind.PARTNERSHIP;
      case "" -> null;
      default -> ProviderKind.COMPANY;
    };
  }

  private static @Nullable String address(Map<String, String> cells) {
    String joined =
        Stream.of("addressline1", "addressline2", "posttown", "county")
            .map(part -> cells.get("regaddress" + part))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return joined.isEmpty() ? null : joined;
  }

  @Override
  public List<RowOutcome> apply(List<OrganisationFacts> rows, ImportContext context) {
    Map<OrganisationFacts, OrganisationDesk.Taken> taken =
        organisations.take(context.authority(), rows, "the register of companies");
    return rows.stream().map(row -> outcome(Objects.requireNonNull(taken.get(row)))).toList();
  }

  private static RowOutcome outcome(OrganisationDesk.Taken taken) {
    return switch (taken.outcome()) {
      case CREATED -> RowOutcome.CREATED;
      case UPDATED -> RowOutcome.UPDATED;
      case UNCHANGED -> RowOutcome.UNCHANGED;
      case UNDECIDED -> RowOutcome.rejected("CompanyName", String.join(" ", taken.why()));
    };
  }
}
