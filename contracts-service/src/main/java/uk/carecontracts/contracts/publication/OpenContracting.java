package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.ocds.ReleaseOut;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.SourceReference;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Releases of contracts: one for each public version, and the same one for ever. */
@ApplicationScoped
class OpenContracting {
  private static final Acting PUBLISHER = Acting.system("publication");

  private final PublishedVersionRepository versions;
  private final PublicationConfig config;
  private final ObjectMapper json;

  OpenContracting(
      PublishedVersionRepository versions, PublicationConfig config, ObjectMapper json) {
    this.versions = versions;
    this.config = config;
    this.json = json;
  }

  /** A release with its place in commit order. */
  record Placed(long position, ObjectNode release) {}

  /** Releases after a place. */
  List<Placed> after(long position, @Nullable String authority, int limit) {
    return read(() -> versions.after(position, authority, limit)).stream()
        .map(version -> new Placed(version.position(), release(version)))
        .toList();
  }

  /** The releases of some contracts, oldest first, in the order of the contracts given. */
  Map<UUID, List<ObjectNode>> of(Collection<UUID> contracts) {
    Map<UUID, List<ObjectNode>> releases = new LinkedHashMap<>();
    contracts.forEach(id -> releases.put(id, new ArrayList<>()));
    read(() -> versions.of(contracts))
        .forEach(version -> releases.get(version.contractId()).add(release(version)));
    releases.values().removeIf(List::isEmpty);
    return releases;
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

  private ObjectNode release(PublishedVersion version) {
    try {
      ContractState state = json.treeToValue(version.state(), ContractState.class);
      ContractEvent event = ContractEvent.of(version.type()).orElse(ContractEvent.AMENDED);
      return ReleaseOut.of(ocid(version, state), state, event, version.statusIsNew(), version.at());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A version of " + version.contractId() + " is unreadable", e);
    }
  }

  /**
   * The identifier a contract came with, unless an older entry has it; otherwise one of our own.
   */
  private String ocid(PublishedVersion version, ContractState state) {
    return state.sources().stream()
        .filter(source -> !version.ocidTaken())
        .filter(source -> SourceReference.OCID.equals(source.scheme()))
        .map(SourceReference::id)
        .findFirst()
        .orElseGet(() -> config.ocidPrefix() + "-" + state.id());
  }
}
