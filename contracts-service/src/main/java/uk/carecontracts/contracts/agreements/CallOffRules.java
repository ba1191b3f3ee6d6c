package uk.carecontracts.contracts.agreements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.agreements.AgreementTerms.AgreementLot;
import uk.carecontracts.contracts.agreements.CallOffRequest.Criterion;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** What a call-off must obey, each with its human reason. */
final class CallOffRules {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private CallOffRules() {}

  /** Nothing is called off an agreement that is not active, or after its last day. */
  static void checkAgreement(ContractState framework, LocalDate today) {
    checkNotOver(framework, today);
    if (framework.status() != ContractStatus.ACTIVE) {
      throw new RuleViolation(
          "CONTRACT_NOT_ACTIVE",
          "Agreement " + framework.reference() + " is " + framework.status() + ".");
    }
  }

  /** Nothing is done under an agreement after its last day. */
  private static void checkNotOver(ContractState framework, LocalDate today) {
    LocalDate end = framework.lastDay();
    if (end != null && end.isBefore(today)) {
      throw new RuleViolation(
          "AGREEMENT_ENDED",
          "Agreement "
              + framework.reference()
              + " ended on "
              + end
              + "; nothing is called off it.");
    }
  }

  /** Nobody is admitted to an agreement that has ended, however it did. */
  static void checkAdmission(ContractState framework, LocalDate today) {
    checkNotOver(framework, today);
    if (framework.status().isEnded()) {
      throw new RuleViolation(
          "AGREEMENT_ENDED",
          "Agreement "
              + framework.reference()
              + " is "
              + framework.status()
              + "; nobody is admitted to it.");
    }
  }

  /** The route is one the agreement knows, and the request has what the route needs. */
  static void check(AgreementTerms terms, CallOffRequest request) {
    if (!terms.permits(request.route())) {
      throw new RuleViolation(
          "ROUTE_NOT_PERMITTED",
          "The agreement permits " + terms.routes() + ", not " + request.route() + ".",
          "/route");
    }
    List<Violation> found = new ArrayList<>();
    if (request.end().isBefore(request.start())) {
      found.add(new Violation("/end", "A contract cannot end before it starts."));
    }
    if (!"GBP".equals(request.value().currency()) || request.value().amount().signum() < 0) {
      found.add(new Violation("/value", "The value is an amount in GBP of nought or more."));
    }
    if (request.route() == CallOffRoute.MINI_COMPETITION) {
      checkCriteria(request.criteria(), found);
      no(request.providerId(), "/providerId", "the bids decide who wins", found);
    } else {
      if (request.providerId() == null) {
        found.add(new Violation("/providerId", "Name the supplier."));
      }
      if (request.reason() == null || request.reason().isBlank()) {
        found.add(
            new Violation(
                "/reason",
                request.route() == CallOffRoute.DIRECT
                    ? "Say why this supplier without competition."
                    : "Say how the person chose."));
      }
      no(request.criteria().isEmpty() ? null : 1, "/criteria", "nobody bids", found);
      no(request.invited().isEmpty() ? null : 1, "/invited", "nobody bids", found);
    }
    if (!found.isEmpty()) {
      throw new RuleViolation("CALL_OFF_INVALID", found);
    }
  }

  private static void no(
      @Nullable Object stated, String pointer, String why, List<Violation> found) {
    if (stated != null) {
      found.add(new Violation(pointer, "Leave it out: " + why + "."));
    }
  }

  private static void checkCriteria(List<Criterion> criteria, List<Violation> found) {
    BigDecimal weights =
        criteria.stream().map(Criterion::weightPercent).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (weights.compareTo(WHOLE) != 0) {
      found.add(
          new Violation(
              "/criteria",
              "The weights must total 100; these total " + weights.toPlainString() + "."));
    }
    if (criteria.stream().map(Criterion::name).distinct().count() < criteria.size()) {
      found.add(new Violation("/criteria", "Two criteria have the same name."));
    }
    if (criteria.stream().filter(Criterion::price).count() > 1) {
      found.add(new Violation("/criteria", "Only one criterion is the price."));
    }
  }

  /** At least two are invited, each once, and who is left out is left out for a reason. */
  static void checkInvited(CallOffRequest request, List<Supplier> invited, int admitted) {
    if (invited.stream().map(Supplier::providerId).distinct().count() < invited.size()) {
      throw new RuleViolation(
          "CALL_OFF_INVALID",
          "A supplier is invited once; provider records that were merged are one supplier.",
          "/invited");
    }
    if (invited.size() < 2) {
      throw new RuleViolation(
          "CALL_OFF_INVALID",
          "A mini-competition needs at least two admitted suppliers; "
              + invited.size()
              + " would be invited.",
          "/invited");
    }
    if (invited.size() < admitted && (request.reason() == null || request.reason().isBlank())) {
      throw new RuleViolation(
          "CALL_OFF_INVALID",
          invited.size()
              + " of "
              + admitted
              + " admitted suppliers are invited: say why not the others.",
          "/reason");
    }
  }

  /** A bid has a price and a score for each other criterion, within what may be spent. */
  static void checkBid(CallOffRequest request, Bid bid) {
    List<Violation> found = new ArrayList<>();
    if (!"GBP".equals(bid.price().currency()) || bid.price().amount().signum() < 0) {
      found.add(new Violation("/price", "The price is an amount in GBP of nought or more."));
    } else if (bid.price().amount().compareTo(request.value().amount()) > 0) {
      found.add(
          new Violation(
              "/price",
              "The price is above the £"
                  + request.value().amount().toPlainString()
                  + " the call-off may cost."));
    }
    List<String> wanted =
        request.criteria().stream().filter(c -> !c.price()).map(Criterion::name).sorted().toList();
    List<String> given = bid.scores().stream().map(Bid.Score::criterion).sorted().toList();
    if (!wanted.equals(given)) {
      found.add(new Violation("/scores", "Score each of " + wanted + " once, and nothing else."));
    }
    if (!found.isEmpty()) {
      throw new RuleViolation("BID_INVALID", found);
    }
  }

  /** What is called off stays within the ceilings of lot and agreement. */
  static void checkCeilings(
      ContractState framework, AgreementLot lot, CalledOff calledOff, Money value) {
    ceiling("lot " + lot.id(), lot.ceiling(), calledOff.inLot(), value);
    ceiling("the agreement", framework.values().total(), calledOff.inAll(), value);
  }

  private static void ceiling(
      String what, @Nullable Money ceiling, BigDecimal before, Money value) {
    if (ceiling != null && before.add(value.amount()).compareTo(ceiling.amount()) > 0) {
      throw new RuleViolation(
          "CEILING_EXCEEDED",
          "The ceiling of "
              + what
              + " is £"
              + ceiling.amount().toPlainString()
              + "; £"
              + before.toPlainString()
              + " is called off, and £"
              + value.amount().toPlainString()
              + " more would exceed it.",
          "/value");
    }
  }

  /**
   * A call-off that is to cost more stays within the ceilings of lot and agreement, beside what the
   * others cost.
   */
  static void checkRise(ContractState framework, AgreementLot lot, CalledOff others, Money total) {
    rise("lot " + lot.id() + " of " + framework.reference(), lot.ceiling(), others.inLot(), total);
    rise("agreement " + framework.reference(), framework.values().total(), others.inAll(), total);
  }

  private static void rise(String what, @Nullable Money ceiling, BigDecimal others, Money total) {
    if (ceiling != null && others.add(total.amount()).compareTo(ceiling.amount()) > 0) {
      throw new RuleViolation(
          "CEILING_EXCEEDED",
          "The ceiling of %s is £%s; its other call-offs come to £%s with what is agreed and not yet in force, so this one may be worth £%s at most, not £%s."
              .formatted(
                  what,
                  ceiling.amount().toPlainString(),
                  others.toPlainString(),
                  ceiling.amount().subtract(others).max(BigDecimal.ZERO).toPlainString(),
                  total.amount().toPlainString()));
    }
  }

  /** A ceiling is not lowered below what is called off under it. */
  static void checkLowered(String reference, BigDecimal calledOff, Money ceiling) {
    if (calledOff.compareTo(ceiling.amount()) > 0) {
      throw new RuleViolation(
          "CEILING_EXCEEDED",
          "£%s is called off %s, so its ceiling cannot be £%s."
              .formatted(calledOff.toPlainString(), reference, ceiling.amount().toPlainString()));
    }
  }

  /** Lots keep room for what is called off under them. */
  static void checkLots(AgreementTerms terms, Map<String, BigDecimal> calledOff) {
    List<Violation> found = new ArrayList<>();
    calledOff.forEach(
        (id, value) -> {
          Optional<AgreementLot> lot = terms.lot(id);
          Money ceiling = lot.map(AgreementLot::ceiling).orElse(null);
          if (lot.isEmpty()) {
            found.add(
                new Violation(
                    "/lots",
                    "£" + value.toPlainString() + " is called off lot " + id + "; it stays."));
          } else if (ceiling != null && value.compareTo(ceiling.amount()) > 0) {
            found.add(
                new Violation(
                    "/lots",
                    "£%s is called off lot %s, so its ceiling cannot be £%s."
                        .formatted(value.toPlainString(), id, ceiling.amount().toPlainString())));
          }
        });
    if (!found.isEmpty()) {
      throw new RuleViolation("AGREEMENT_TERMS_INVALID", found);
    }
  }

  /**
   * What was called off so far.
   *
   * @param inLot pounds in the lot
   * @param inAll pounds in the whole agreement
   */
  record CalledOff(BigDecimal inLot, BigDecimal inAll) {}
}
