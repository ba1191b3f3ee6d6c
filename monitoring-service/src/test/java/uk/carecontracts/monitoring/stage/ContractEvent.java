package uk.carecontracts.monitoring.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.testkit.TestTopics;

/** A contract as the contract register publishes it; change what matters and send it. */
public final class ContractEvent {
  public static final String DEVON = "E10000008";

  public final UUID id;
  private String authority = DEVON;
  private String status = "ACTIVE";
  private String title = "Home care in the north";
  private String serviceType = "HOME_CARE";
  private UUID provider = UUID.randomUUID();
  private boolean matched = true;
  private double annual = 400_000;
  private LocalDate start = LocalDate.of(2025, 4, 1);
  private LocalDate end = LocalDate.of(2028, 3, 31);
  private LocalDate ending;
  private String event = "contract.changed.v1";
  private long version = 1;
  private String aggregateType = "contract";

  private ContractEvent(UUID id) {
    this.id = id;
  }

  public static ContractEvent active() {
    return new ContractEvent(UUID.randomUUID());
  }

  public ContractEvent authority(String gss) {
    authority = gss;
    return this;
  }

  public ContractEvent status(String code) {
    status = code;
    return this;
  }

  public ContractEvent title(String text) {
    title = text;
    return this;
  }

  public ContractEvent serviceType(String code) {
    serviceType = code;
    return this;
  }

  public ContractEvent provider(UUID id) {
    provider = id;
    matched = true;
    return this;
  }

  /** Its supplier is known by name only. */
  public ContractEvent unmatched() {
    matched = false;
    return this;
  }

  public ContractEvent annual(double pounds) {
    annual = pounds;
    return this;
  }

  public ContractEvent dates(LocalDate first, LocalDate last) {
    start = first;
    end = last;
    return this;
  }

  /** It is to end, or ended, before the end agreed. */
  public ContractEvent ending(LocalDate last) {
    ending = last;
    return this;
  }

  public ContractEvent version(long number) {
    version = number;
    return this;
  }

  /** What is told next by this type of event. */
  public ContractEvent by(String type) {
    event = type;
    return this;
  }

  /** Another kind of aggregate than a contract. */
  public ContractEvent type(String aggregate) {
    aggregateType = aggregate;
    return this;
  }

  public UUID provider() {
    return provider;
  }

  public String authority() {
    return authority;
  }

  public ContractEvent send() {
    TestTopics.send(
        "contracts.v1", id.toString(), attributes(), Map.of("state", state(), "change", Map.of()));
    return this;
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("id", UUID.randomUUID().toString());
    attributes.put("source", "/contracts-service");
    attributes.put("type", event);
    attributes.put("subject", id.toString());
    attributes.put("time", Instant.now().toString());
    attributes.put("aggregatetype", aggregateType);
    attributes.put("aggregateversion", String.valueOf(version));
    attributes.put("authority", authority);
    return attributes;
  }

  private Map<String, Object> state() {
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("authority", authority);
    state.put("reference", "REF-" + id.toString().substring(0, 8));
    state.put("title", title);
    state.put("status", status);
    state.put("type", "BLOCK");
    state.put("serviceType", serviceType);
    state.put("clientGroups", List.of("OLDER_PEOPLE"));
    state.put("area", "North");
    List<Map<String, Object>> parties = new ArrayList<>();
    Map<String, Object> lead = new HashMap<>();
    lead.put("id", UUID.randomUUID().toString());
    lead.put("role", "LEAD_SUPPLIER");
    lead.put("name", "Elm Care Ltd");
    if (matched) {
      lead.put("providerId", provider.toString());
    }
    parties.add(lead);
    state.put("parties", parties);
    state.put("values", Map.of("annual", Map.of("amount", annual, "currency", "GBP")));
    state.put("dates", Map.of("start", start.toString(), "end", end.toString()));
    if (ending != null) {
      state.put(
          "ending",
          Map.of("date", ending.toString(), "kind", "TERMINATION", "reason", "Notice given"));
    }
    state.put("version", version);
    state.put("somethingNew", "left alone");
    return state;
  }
}
