package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.contracts.ocds.ExemptionOut;
import uk.carecontracts.contracts.ocds.ImplementationOut;
import uk.carecontracts.contracts.ocds.NoticeOut;
import uk.carecontracts.contracts.ocds.PerformanceFailureOut;
import uk.carecontracts.contracts.ocds.ReleaseFacts;
import uk.carecontracts.contracts.ocds.ReleaseNulls;
import uk.carecontracts.contracts.ocds.ReleaseOut;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.SourceReference;

/** Writes the release of a public version, without what is kept back now. */
@ApplicationScoped
class VersionReleases {
  private static final String DUTY = "duty";
  private static final String FAILURE = "performance-failure";

  private final PublishedVersionRepository versions;
  private final AuthorityNames names;
  private final PublicationConfig config;
  private final ObjectMapper json;

  VersionReleases(
      PublishedVersionRepository versions,
      AuthorityNames names,
      PublicationConfig config,
      ObjectMapper json) {
    this.versions = versions;
    this.names = names;
    this.config = config;
    this.json = json;
  }

  /**
   * The release of a version.
   *
   * @param history all versions of its contract, in their order; needed only of an exemption's
   * @param hidden what is kept back of the contract now
   */
  ObjectNode of(
      PublishedVersion version,
      List<PublishedVersion> history,
      Map<ExemptField, Exemption> hidden) {
    try {
      return version.isExemption() ? exemption(version, history, hidden) : release(version, hidden);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A version of " + version.contractId() + " is unreadable", e);
    }
  }

  /** Where nothing is kept back any more, the release says so, too. */
  private ObjectNode exemption(
      PublishedVersion version, List<PublishedVersion> history, Map<ExemptField, Exemption> hidden)
      throws JsonProcessingException {
    List<PublishedVersion> before =
        history.stream()
            .filter(each -> !each.isExemption() && each.position() < version.position())
            .toList();
    JsonNode contract =
        before.stream()
            .filter(each -> ContractEvent.AGGREGATE.equals(each.kind()))
            .reduce((older, newer) -> newer)
            .orElseThrow()
            .state();
    ObjectNode release =
        ExemptionOut.of(
            UUID.fromString(version.state().path("id").asText()),
            version.state().path("version").asLong(),
            json.treeToValue(contract, ContractState.class),
            releases(before, hidden),
            releases(before, Map.of()),
            version.at());
    if (hidden.isEmpty()) {
      release.putNull("exemptions");
    }
    return release;
  }

  private List<ObjectNode> releases(
      List<PublishedVersion> versions, Map<ExemptField, Exemption> hidden)
      throws JsonProcessingException {
    List<ObjectNode> releases = new ArrayList<>(versions.size());
    for (PublishedVersion each : versions) {
      releases.add(release(each, hidden));
    }
    return releases;
  }

  /** The release of a version, with nulls for what the one before it said and it does not. */
  private ObjectNode release(PublishedVersion version, Map<ExemptField, Exemption> hidden)
      throws JsonProcessingException {
    JsonNode before = version.previous();
    ObjectNode release = raw(version, version.state(), hidden);
    if (before != null) {
      ReleaseNulls.complete(release, raw(version, before, hidden));
    }
    name(hidden, release);
    return release;
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
