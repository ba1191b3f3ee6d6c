package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.terms.ContractDocument;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.Procedure;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.time.Clocks;

/** Writes one version of a contract as an OCDS 1.1 release; the same version always the same. */
public final class ReleaseOut {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private final ContractState state;
  private final ObjectNode release = JsonNodeFactory.instance.objectNode();

  private ReleaseOut(ContractState state) {
    this.state = state;
  }

  /**
   * The release of a version.
   *
   * @param ocid the contracting process
   * @param state the contract at this version
   * @param event what made the version
   * @param statusIsNew whether the version brought the status it has
   * @param at when
   */
  public static ObjectNode of(
      String ocid, ContractState state, ContractEvent event, boolean statusIsNew, Instant at) {
    ReleaseOut out = new ReleaseOut(state);
    out.release.put("ocid", ocid);
    out.release.put("id", ocid + "-" + state.version());
    out.release.put("date", at.toString());
    out.release.putArray("tag").add(ReleaseTags.of(event, state, statusIsNew));
    out.release.put("initiationType", "tender");
    out.release.put("language", "en");
    PartiesOut.write(state, out.release);
    out.tender();
    if (ReleaseTags.hasAward(state)) {
      out.award();
      out.contract();
    }
    return out.release;
  }

  private void tender() {
    ObjectNode tender = release.putObject("tender");
    tender.put("id", state.reference());
    tender.put("title", state.title());
    put(tender, "description", state.description());
    tender.put("status", tenderStatus());
    Procedure procedure = state.procedure();
    if (procedure != null) {
      procedure.ocdsMethod().ifPresent(method -> tender.put("procurementMethod", method));
      tender.put("procurementMethodDetails", procedure.name());
    }
    tender.put("mainProcurementCategory", "services");
    items(tender);
    value(tender, state.values().total());
    period(tender, "contractPeriod");
    documents(tender);
  }

  private String tenderStatus() {
    return switch (state.status()) {
      case DRAFT -> "planning";
      case PUBLISHED_TENDER -> "active";
      case CANCELLED -> ReleaseTags.hasAward(state) ? "complete" : "cancelled";
      default -> "complete";
    };
  }

  private void items(ObjectNode tender) {
    List<String> cpv = state.categories().cpv();
    if (cpv.isEmpty()) {
      return;
    }
    ObjectNode item = tender.putArray("items").addObject();
    item.put("id", "1");
    item.put("description", state.title());
    classification(item.putObject("classification"), "CPV", cpv.get(0));
    if (cpv.size() > 1) {
      ArrayNode additional = item.putArray("additionalClassifications");
      cpv.subList(1, cpv.size())
          .forEach(code -> classification(additional.addObject(), "CPV", code));
    }
  }

  private static void classification(ObjectNode node, String scheme, String id) {
    node.put("scheme", scheme);
    node.put("id", id);
  }

  private void award() {
    ObjectNode award = release.putArray("awards").addObject();
    award.put("id", "1");
    award.put("title", state.title());
    award.put("status", state.status() == ContractStatus.CANCELLED ? "cancelled" : "active");
    put(award, "date", start(state.dates().award()));
    value(award, state.values().total());
    PartiesOut.references(state, award.putArray("suppliers"));
    period(award, "contractPeriod");
  }

  /** A contract exists once it was signed or the service began. */
  private void contract() {
    boolean began =
        state.status() != ContractStatus.AWARDED && state.status() != ContractStatus.CANCELLED;
    if (!began && state.dates().signature() == null) {
      return;
    }
    ObjectNode contract = release.putArray("contracts").addObject();
    contract.put("id", "1");
    contract.put("awardID", "1");
    contract.put("title", state.title());
    contract.put("status", contractStatus());
    period(contract, "period");
    value(contract, state.values().total());
    put(contract, "dateSigned", start(state.dates().signature()));
  }

  private String contractStatus() {
    return switch (state.status()) {
      case ACTIVE -> "active";
      case CANCELLED -> "cancelled";
      case EXPIRED, TERMINATED, DECOMMISSIONED -> "terminated";
      default -> "pending";
    };
  }

  private void period(ObjectNode node, String name) {
    String start = start(state.dates().start());
    LocalDate last = state.dates().end();
    if (start != null || last != null) {
      ObjectNode period = node.putObject(name);
      put(period, "startDate", start);
      put(period, "endDate", end(last));
    }
  }

  private void documents(ObjectNode tender) {
    List<ContractDocument> linked =
        state.documents().stream().filter(each -> WebAddress.of(each.url()).isPresent()).toList();
    if (linked.isEmpty()) {
      return;
    }
    ArrayNode documents = tender.putArray("documents");
    for (ContractDocument each : linked) {
      ObjectNode document = documents.addObject();
      document.put("id", String.valueOf(documents.size()));
      document.put("title", each.title());
      put(document, "documentType", each.type());
      WebAddress.of(each.url()).ifPresent(url -> document.put("url", url));
    }
  }

  private static void value(ObjectNode node, @Nullable Money money) {
    if (money != null) {
      node.putObject("value").put("amount", money.amount()).put("currency", money.currency());
    }
  }

  private static @Nullable String start(@Nullable LocalDate day) {
    return day == null ? null : MOMENT.format(day.atStartOfDay(Clocks.LONDON));
  }

  private static @Nullable String end(@Nullable LocalDate day) {
    return day == null ? null : MOMENT.format(day.atTime(LAST_SECOND).atZone(Clocks.LONDON));
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
