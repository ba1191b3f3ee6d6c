package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyIdentifier;
import uk.carecontracts.contracts.terms.PartyRole;

/** Writes buyer and suppliers; a party keeps its id through all releases of a process. */
final class PartiesOut {
  private PartiesOut() {}

  static void write(ContractState state, String authorityName, ObjectNode release) {
    ArrayNode parties = release.putArray("parties");
    String buyer = "buyer-" + state.authority();
    String buyerName = state.buyerName() == null ? authorityName : state.buyerName();
    ObjectNode buyerParty = parties.addObject();
    buyerParty.put("id", buyer);
    buyerParty.put("name", buyerName);
    buyerParty.putArray("roles").add("buyer");
    if (ReleaseTags.hasAward(state)) {
      state.parties().forEach(party -> supplier(party, parties.addObject()));
    }
    release.putObject("buyer").put("id", buyer).put("name", buyerName);
  }

  private static void supplier(Party party, ObjectNode node) {
    node.put("id", id(party));
    node.put("name", party.name());
    node.putArray("roles").add("supplier");
    if (!party.identifiers().isEmpty()) {
      PartyIdentifier first = party.identifiers().get(0);
      node.putObject("identifier")
          .put("scheme", first.scheme())
          .put("id", first.id())
          .put("legalName", party.name());
      additional(party, node);
    }
    if (party.postcode() != null) {
      node.putObject("address").put("postalCode", party.postcode());
    }
    details(party, node);
  }

  private static void additional(Party party, ObjectNode node) {
    if (party.identifiers().size() > 1) {
      ArrayNode others = node.putArray("additionalIdentifiers");
      party.identifiers().stream()
          .skip(1)
          .forEach(each -> others.addObject().put("scheme", each.scheme()).put("id", each.id()));
    }
  }

  private static void details(Party party, ObjectNode node) {
    if (party.sme() == null && party.vcse() == null) {
      return;
    }
    ObjectNode details = node.putObject("details");
    if (party.sme() != null) {
      details.put("scale", party.sme() ? "sme" : "large");
    }
    if (party.vcse() != null) {
      details.put("vcse", party.vcse());
    }
  }

  /** The award's suppliers: those who answer for it, not those who work for them. */
  static void references(ContractState state, ArrayNode suppliers) {
    state.parties().stream()
        .filter(party -> party.role() != PartyRole.SUBCONTRACTOR)
        .forEach(party -> suppliers.addObject().put("id", id(party)).put("name", party.name()));
  }

  private static String id(Party party) {
    return String.valueOf(party.id());
  }
}
