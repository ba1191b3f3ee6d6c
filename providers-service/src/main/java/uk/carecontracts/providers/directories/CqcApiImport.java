package uk.carecontracts.providers.directories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.providers.authorities.AreaNames;
import uk.carecontracts.providers.directories.Cells.BadLine;
import uk.carecontracts.providers.directories.Cells.OutOfScope;
import uk.carecontracts.providers.locations.RegisterDesk;
import uk.carecontracts.providers.locations.RegisterEntry;
import uk.carecontracts.providers.register.OrganisationDesk;
import uk.carecontracts.providers.register.OrganisationFacts;

/**
 * CQC_API: documents in the shape of the Care Quality Commission's interface: one document, a list,
 * one after another (NDJSON), or pages that carry them as {@code locations} or {@code providers}.
 * Each document counts as a row. A document states when its registration began and ended; that one
 * is missing from a file means nothing.
 */
@ApplicationScoped
public class CqcApiImport implements ImportFormat<CqcApiImport.Document> {

  private final RegisterDesk desk;
  private final OrganisationDesk organisations;
  private final AreaNames areas;
  private final ObjectMapper json;

  CqcApiImport(
      RegisterDesk desk, OrganisationDesk organisations, AreaNames areas, ObjectMapper json) {
    this.desk = desk;
    this.organisations = organisations;
    this.areas = areas;
    this.json = json;
  }

  /**
   * One of the two.
   *
   * @param provider a document about a provider
   * @param locationIds the locations it says it runs
   * @param location a document about a location
   */
  public record Document(
      @Nullable OrganisationFacts provider,
      List<String> locationIds,
      @Nullable RegisterEntry location) {}

  @Override
  public String collection() {
    return "provider-imports";
  }

  @Override
  public String name() {
    return "CQC_API";
  }

  @Override
  public ImportRows<Document> open(InputStream file, ImportContext context) {
    CqcApiReader reader = new CqcApiReader(areas.lookup(), date(context));
    List<ImportRow<Document>> rows = new ArrayList<>();
    for (JsonNode node : documents(file)) {
      rows.add(row(reader, rows.size() + 1L, node));
    }
    if (rows.isEmpty()) {
      throw new ImportFileException("The file holds no document of a location or provider.");
    }
    return ImportRows.of(rows);
  }

  private List<JsonNode> documents(InputStream file) {
    List<JsonNode> documents = new ArrayList<>();
    try (MappingIterator<JsonNode> roots = json.readerFor(JsonNode.class).readValues(file)) {
      while (roots.hasNextValue()) {
        spread(roots.nextValue(), documents);
      }
    } catch (JsonProcessingException broken) {
      throw new ImportFileException("The file is not JSON: " + broken.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return documents;
  }

  private static void spread(JsonNode node, List<JsonNode> documents) {
    if (node.isArray()) {
      node.forEach(item -> spread(item, documents));
    } else if (node.path("locations").isArray()) {
      node.path("locations").forEach(documents::add);
    } else if (node.path("providers").isArray()) {
      node.path("providers").forEach(documents::add);
    } else {
      documents.add(node);
    }
  }

  private static ImportRow<Document> row(CqcApiReader reader, long number, JsonNode node) {
    try {
      if (node.path("locationId").isTextual()) {
        return ImportRow.of(number, new Document(null, List.of(), reader.location(node)));
      }
      if (node.path("providerId").isTextual()) {
        List<String> runs = new ArrayList<>();
        node.path("locationIds").forEach(id -> runs.add(id.asText()));
        return ImportRow.of(number, new Document(reader.provider(node), runs, null));
      }
      throw new BadLine("", "The document has neither locationId nor providerId.");
    } catch (BadLine bad) {
      return ImportRow.malformed(
          number, bad.column().isEmpty() ? null : bad.column(), bad.getMessage());
    } catch (OutOfScope other) {
      return ImportRow.malformed(number, null, other.getMessage());
    }
  }

  @Override
  public List<RowOutcome> apply(List<Document> rows, ImportContext context) {
    LocalDate date = date(context);
    RegisterDesk.Document source =
        new RegisterDesk.Document(context.authority(), name() + " of " + date, date, false);
    List<RegisterEntry> entries =
        rows.stream().map(Document::location).filter(Objects::nonNull).toList();
    desk.lock(entries);
    Map<OrganisationFacts, OrganisationDesk.Taken> taken =
        organisations.take(
            context.authority(),
            rows.stream().map(Document::provider).filter(Objects::nonNull).toList(),
            source.name());
    List<RowOutcome> located = entries.isEmpty() ? List.of() : desk.take(source, entries);
    List<RowOutcome> outcomes = new ArrayList<>();
    int next = 0;
    for (Document row : rows) {
      OrganisationFacts provider = row.provider();
      if (provider == null) {
        outcomes.add(located.get(next++));
      } else {
        OrganisationDesk.Taken result = Objects.requireNonNull(taken.get(provider));
        boolean linked = result.id() != null && desk.runs(source, result.id(), row.locationIds());
        outcomes.add(outcome(result, linked));
      }
    }
    return outcomes;
  }

  private static RowOutcome outcome(OrganisationDesk.Taken taken, boolean linked) {
    return switch (taken.outcome()) {
      case CREATED -> RowOutcome.CREATED;
      case UPDATED -> RowOutcome.UPDATED;
      case UNCHANGED -> linked ? RowOutcome.UPDATED : RowOutcome.UNCHANGED;
      case UNDECIDED -> RowOutcome.rejected("/name", String.join(" ", taken.why()));
    };
  }

  private static LocalDate date(ImportContext context) {
    return LocalDate.parse(
        Objects.requireNonNull(context.parameter(DirectoryFormat.SNAPSHOT_DATE)));
  }
}
