package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import uk.carecontracts.contracts.ocds.ImplementationOut;
import uk.carecontracts.contracts.ocds.NoticeOut;
import uk.carecontracts.contracts.ocds.PerformanceFailureOut;
import uk.carecontracts.contracts.ocds.ReleaseFacts;
import uk.carecontracts.contracts.ocds.ReleaseNulls;
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
  private static final String DUTY = "duty";
  private static final String FAILURE = "performance-failure";

  private final PublishedVersionRepository versions;
  private final ExemptionRepository exemptions;
  private final AuthorityNames names;
  private final PublicationConfig config;
  private final ObjectMapper json;

  OpenContracting(
      PublishedVersionRepository versions,
      ExemptionRepository exemptions,
      AuthorityNames names,
      PublicationConfig config,
      ObjectMapper json) {
    this.versions = versions;
    this.exemptions = exemptions;
    this.names = names;
    this.config = config;
    this.json = json;
  }

  /** A release with its place in commit order. */
  record Placed(long position, ObjectNode release) {}

  /** Releases after a place. */
  List<Placed> after(long position, @Nullable String authority, int limit) {
    return read(
        () -> {
          List<PublishedVersion> found = versions.after(position, authority, limit);
          Map<UUID, Map<ExemptField, Exemption>> hidden =
              exemptions.inForce(
                  found.stream().map(PublishedVersion::contractId).distinct().toList());
          return found.stream()
              .map(
                  version ->
                      new Placed(
                          version.position(),
                          release(version, hidden.getOrDefault(version.contractId(), Map.of()))))
              .toList();
        });
  }

  /** The releases of some contracts, oldest first, in the order of the contracts given. */
  Map<UUID, List<ObjectNode>> of(Collection<UUID> contracts) {
    Map<UUID, List<ObjectNode>> releases = new LinkedHashMap<>();
    contracts.forEach(id -> releases.put(id, new ArrayList<>()));
    read(
        () -> {
          Map<UUID, Map<ExemptField, Exemption>> hidden = exemptions.inForce(contracts);
          versions
              .of(contracts)
              .forEach(
                  version ->
                      releases
                          .get(version.contractId())
                          .add(
                              release(
                                  version, hidden.getOrDefault(version.contractId(), Map.of()))));
          return true;
        });
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

  /** The release of a version, with nulls for what the one before it said and it does not. */
  private ObjectNode release(PublishedVersion version, Map<ExemptField, Exemption> hidden) {
    try {
      JsonNode before = version.previous();
      ObjectNode release = raw(version, version.state(), hidden);
      if (before != null) {
        ReleaseNulls.complete(release, raw(version, before, hidden));
      }
      name(hidden, release);
      return release;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A version of " + version.contractId() + " is unreadable", e);
    }
  }

  private ObjectNode raw(
      PublishedVersion version, JsonNode state, Map<ExemptField, Exemption> hidden)
      throws JsonProcessingException {
    String authority = names.of(state.path("authority").asText());
    if (ContractEvent.AGGREGATE.equals(version.kind())) {
      ContractState contract =
          Redaction.apply(json.treeToValue(state, ContractState.class), hidden.keySet());
      return ReleaseOut.of(contract, facts(version, contract, authority, hidden.isEmpty()));
    }
    String ocid = ocid(version.contractId(), version.ocidTaken());
    return switch (version.kind()) {
      case MetricsConsumer.AGGREGATE -> ImplementationOut.metrics(ocid, state, version.at());
      case ObservationsConsumer.AGGREGATE ->
          ImplementationOut.observations(ocid, state, version.at());
      case DUTY -> NoticeOut.of(ocid, state, version.at());
      case FAILURE -> PerformanceFailureOut.of(ocid, state, withheld(hidden), version.at());
      default ->
          ImplementationOut.payments(
              ocid, state, authority, hidden.containsKey(ExemptField.VALUE), version.at());
    };
  }

  private static PerformanceFailureOut.Withheld withheld(Map<ExemptField, Exemption> hidden) {
    return new PerformanceFailureOut.Withheld(
        !hidden.isEmpty(),
        hidden.containsKey(ExemptField.SUPPLIER),
        hidden.containsKey(ExemptField.VALUE),
        hidden.containsKey(ExemptField.DATES));
  }

  /** Reasons are free text: they are published only where nothing is kept back. */
  private ReleaseFacts facts(
      PublishedVersion version, ContractState state, String authority, boolean open) {
    JsonNode before = version.previous();
    return new ReleaseFacts(
        ocid(version, state),
        authority,
        ContractEvent.of(version.type()).orElse(ContractEvent.AMENDED),
        version.statusIsNew(),
        version.at(),
        before == null ? null : before.path("version").asLong(),
        open ? version.reason() : null);
  }

  /** Names the ground for each field that is kept back. */
  private void name(Map<ExemptField, Exemption> hidden, ObjectNode release) {
    if (!hidden.isEmpty()) {
      ArrayNode grounds = release.putArray("exemptions");
      hidden.values().forEach(each -> grounds.add(json.valueToTree(each.withheld())));
    }
  }

  private String ocid(UUID contract, boolean taken) {
    return taken
        ? config.ocidPrefix() + "-" + contract
        : versions.ocidOf(contract).orElseGet(() -> config.ocidPrefix() + "-" + contract);
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
