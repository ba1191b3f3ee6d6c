package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Releases of contracts: one for each public version, and the same one for ever. */
@ApplicationScoped
class OpenContracting {
  private static final Acting PUBLISHER = Acting.system("publication");

  private final PublishedVersionRepository versions;
  private final ExemptionRepository exemptions;
  private final VersionReleases writer;
  private final PublicationConfig config;

  OpenContracting(
      PublishedVersionRepository versions,
      ExemptionRepository exemptions,
      VersionReleases writer,
      PublicationConfig config) {
    this.versions = versions;
    this.exemptions = exemptions;
    this.writer = writer;
    this.config = config;
  }

  /** A release with its place in commit order and its contract. */
  record Placed(long position, UUID contractId, ObjectNode release) {}

  /** Releases after a place. */
  List<Placed> after(long position, @Nullable String authority, int limit) {
    return read(
        () -> {
          List<PublishedVersion> found = versions.after(position, authority, limit);
          Map<UUID, List<PublishedVersion>> histories =
              byContract(
                  versions.of(contracts(found.stream().filter(PublishedVersion::isExemption))));
          return write(found, histories);
        });
  }

  /** The releases of some contracts, oldest first, in the order of the contracts given. */
  Map<UUID, List<ObjectNode>> of(Collection<UUID> contracts) {
    Map<UUID, List<ObjectNode>> releases = new LinkedHashMap<>();
    contracts.forEach(id -> releases.put(id, new ArrayList<>()));
    List<Placed> written =
        read(
            () -> {
              List<PublishedVersion> found = versions.of(contracts);
              return write(found, byContract(found));
            });
    written.forEach(each -> releases.get(each.contractId()).add(each.release()));
    releases.values().removeIf(List::isEmpty);
    return releases;
  }

  private List<Placed> write(
      List<PublishedVersion> found, Map<UUID, List<PublishedVersion>> histories) {
    Map<UUID, Map<ExemptField, Exemption>> hidden = exemptions.inForce(contracts(found.stream()));
    return found.stream()
        .map(
            version -> {
              UUID contract = version.contractId();
              ObjectNode release =
                  writer.of(
                      version,
                      histories.getOrDefault(contract, List.of()),
                      hidden.getOrDefault(contract, Map.of()));
              return new Placed(version.position(), contract, release);
            })
        .toList();
  }

  private static List<UUID> contracts(Stream<PublishedVersion> versions) {
    return versions.map(PublishedVersion::contractId).distinct().toList();
  }

  private static Map<UUID, List<PublishedVersion>> byContract(List<PublishedVersion> versions) {
    return versions.stream().collect(Collectors.groupingBy(PublishedVersion::contractId));
  }

  /** The releases of a process, oldest first; empty when it is not known or not public. */
  List<ObjectNode> of(String ocid) {
    return contractOf(ocid)
        .map(id -> of(List.of(id)).getOrDefault(id, List.of()))
        .orElse(List.of());
  }

  private Optional<UUID> contractOf(String ocid) {
    String own = config.ocidPrefix() + "-";
    if (!ocid.startsWith(own)) {
      return read(() -> versions.contractOf(ocid));
    }
    try {
      return Optional.of(UUID.fromString(ocid.substring(own.length())));
    } catch (IllegalArgumentException notOurs) {
      return read(() -> versions.contractOf(ocid));
    }
  }

  private static <T> T read(Supplier<T> reading) {
    return Tenancy.callAs(PUBLISHER, () -> QuarkusTransaction.requiringNew().call(reading::get));
  }
}
