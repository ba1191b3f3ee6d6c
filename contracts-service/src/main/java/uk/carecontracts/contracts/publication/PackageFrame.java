package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.ocds.ReleaseMerge;

/** What stands around releases and records: publisher, licence, version, links. */
@ApplicationScoped
class PackageFrame {
  private final PublicationConfig config;

  PackageFrame(PublicationConfig config) {
    this.config = config;
  }

  /** A package of releases; its date is that of its newest one. */
  ObjectNode ofReleases(URI uri, List<ObjectNode> releases, @Nullable URI next) {
    ObjectNode frame = frame(uri, releases);
    ArrayNode list = frame.putArray("releases");
    releases.forEach(list::add);
    link(frame, next);
    return frame;
  }

  /** A package of records, each with its releases and the state they compile to. */
  ObjectNode ofRecords(URI uri, List<List<ObjectNode>> processes, @Nullable URI next) {
    ObjectNode frame = frame(uri, processes.stream().flatMap(List::stream).toList());
    ArrayNode records = frame.putArray("records");
    for (List<ObjectNode> releases : processes) {
      ObjectNode record = records.addObject();
      record.put("ocid", releases.get(0).path("ocid").asText());
      ArrayNode list = record.putArray("releases");
      releases.forEach(list::add);
      record.set("compiledRelease", ReleaseMerge.compile(releases));
    }
    link(frame, next);
    return frame;
  }

  private ObjectNode frame(URI uri, List<ObjectNode> releases) {
    ObjectNode frame = JsonNodeFactory.instance.objectNode();
    frame.put("uri", uri.toString());
    frame.put("version", "1.1");
    frame.put("publishedDate", newest(releases));
    ObjectNode publisher = frame.putObject("publisher");
    publisher.put("name", config.publisherName());
    config.publisherScheme().ifPresent(scheme -> publisher.put("scheme", scheme));
    config.publisherUid().ifPresent(uid -> publisher.put("uid", uid));
    config.publisherUri().ifPresent(page -> publisher.put("uri", page));
    frame.put("license", config.licence());
    config.policy().ifPresent(policy -> frame.put("publicationPolicy", policy));
    config.extensions().forEach(frame.putArray("extensions")::add);
    return frame;
  }

  private static String newest(Iterable<? extends JsonNode> releases) {
    return StreamSupport.stream(releases.spliterator(), false)
        .map(release -> Instant.parse(release.path("date").asText()))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH)
        .toString();
  }

  private static void link(ObjectNode frame, @Nullable URI next) {
    if (next != null) {
      frame.putObject("links").put("next", next.toString());
    }
  }
}
