package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
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
    node.putArray("roles").add(works(party) ? "subcontractor" : "supplier");
    identifiers(party, node);
    if (party.postcode() != null) {
      node.putObject("address").put("postalCode", party.postcode());
    }
    details(party, node);
  }

  /** Whether it works for a supplier, rather than answering for the contract itself. */
  private static boolean works(Party party) {
    return party.role() == PartyRole.SUBCONTRACTOR;
  }

  /** The main one is of a register that org-id.guide knows, where there is one. */
  private static void identifiers(Party party, ObjectNode node) {
    List<PartyIdentifier> ranked =
        party.identifiers().stream()
            .sorted(Comparator.comparing(each -> !each.scheme().startsWith("GB-")))
            .toList();
    if (ranked.isEmpty()) {
      return;
    }
    identifier(ranked.get(0), node.putObject("identifier")).put("legalName", party.name());
    if (ranked.size() > 1) {
      ArrayNode others = node.putArray("additionalIdentifiers");
      ranked.stream().skip(1).forEach(each -> identifier(each, others.addObject()));
    }
  }

  private static ObjectNode identifier(PartyIdentifier identifier, ObjectNode node) {
    return node.put("scheme", identifier.scheme()).put("id", identifier.id());
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
        .filter(party -> !works(party))
        .forEach(party -> suppliers.addObject().put("id", id(party)).put("name", party.name()));
  }

  private static String id(Party party) {
    return String.valueOf(party.id());
  }
}
