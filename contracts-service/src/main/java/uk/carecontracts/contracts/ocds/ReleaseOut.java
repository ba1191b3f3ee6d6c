package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractDocument;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.Ending;
import uk.carecontracts.contracts.terms.Procedure;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.time.Clocks;

/** Writes one version of a contract as an OCDS 1.1 release; the same version always the same. */
public final class ReleaseOut {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private final ContractState state;
  private final ReleaseFacts facts;
  private final ObjectNode release = JsonNodeFactory.instance.objectNode();

  private ReleaseOut(ContractState state, ReleaseFacts facts) {
    this.state = state;
    this.facts = facts;
  }

  /** The release of a version of a contract. */
  public static ObjectNode of(ContractState state, ReleaseFacts facts) {
    ReleaseOut out = new ReleaseOut(state, facts);
    out.release.put("ocid", facts.ocid());
    out.release.put("id", facts.releaseId(state.version()));
    out.release.put("date", facts.at().toString());
    out.release.putArray("tag").add(ReleaseTags.of(facts.event(), state, facts.statusIsNew()));
    out.release.put("initiationType", "tender");
    out.release.put("language", "en");
    PartiesOut.write(state, facts.authorityName(), out.release);
    out.planning();
    out.tender();
    if (ReleaseTags.hasAward(state)) {
      out.award();
      out.contract();
    }
    return out.release;
  }

  /** Before an award the value is what the authority means to spend. */
  private void planning() {
    Money total = state.values().total();
    if (total != null && state.status() == ContractStatus.PUBLISHED_TENDER) {
      release
          .putObject("planning")
          .putObject("budget")
          .putObject("amount")
          .put("amount", total.amount())
          .put("currency", total.currency());
    }
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
    if (state.status() == ContractStatus.PUBLISHED_TENDER) {
      amendment(tender);
    }
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
    milestones(contract);
    termination(contract);
    amendment(contract);
  }

  private void milestones(ObjectNode contract) {
    LocalDate review = state.dates().review();
    if (review != null) {
      contract
          .putArray("milestones")
          .addObject()
          .put("id", "review")
          .put("title", "Contract review")
          .put("type", "assessment")
          .put("dueDate", end(review))
          .put("status", "scheduled");
    }
  }

  /** Why it ended, in the form of the UK extension. */
  private void termination(ObjectNode contract) {
    Ending ending = state.ending();
    if (ending != null
        && state.status() != ContractStatus.CANCELLED
        && state.status() != ContractStatus.ACTIVE) {
      contract
          .putArray("terminationRationaleClassifications")
          .addObject()
          .put("id", state.status().name())
          .put("scheme", "CARE_CONTRACT_STATUS")
          .put("description", ending.reason());
    }
  }

  /** What changed after the contract, or its tender, was published: one entry for each change. */
  private void amendment(ObjectNode changed) {
    Long before = facts.previousVersion();
    boolean amends =
        switch (facts.event()) {
          case AMENDED, VARIED, EXTENDED, BREAK_EXERCISED -> true;
          default -> false;
        };
    if (before != null && amends) {
      ObjectNode amendment = changed.putArray("amendments").addObject();
      amendment.put("id", String.valueOf(state.version()));
      amendment.put("date", facts.at().toString());
      put(amendment, "rationale", facts.reason());
      amendment.put("amendsReleaseID", facts.releaseId(before));
      amendment.put("releaseID", facts.releaseId(state.version()));
    }
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
      LocalDate first = state.dates().start();
      if (first != null && last != null) {
        period.put("durationInMonths", ChronoUnit.MONTHS.between(first, last.plusDays(1)));
      }
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
