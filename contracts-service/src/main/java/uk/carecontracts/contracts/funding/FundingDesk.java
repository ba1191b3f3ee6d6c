package uk.carecontracts.contracts.funding;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.ProblemException;

/** Agrees who pays for contracts, and keeps funds. */
@ApplicationScoped
class FundingDesk {
  private final FundingRepository fundings;
  private final FundRepository funds;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;

  FundingDesk(
      FundingRepository fundings,
      FundRepository funds,
      ContractRegister register,
      Journal journal,
      Clock clock) {
    this.fundings = fundings;
    this.funds = funds;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
  }

  List<FundingView> of(UUID contractId) {
    register.require(contractId);
    return fundings.of(contractId).stream().map(ContractFunding::view).toList();
  }

  /** Agrees who pays from a day on; what ran on until then ends the day before. */
  FundingView agree(UUID contractId, FundingRequest request) {
    Contract contract = register.require(contractId);
    fundings.oneAtATime(contract);
    List<ContractFunding> held = fundings.of(contractId);
    ContractFunding funding =
        ContractFunding.agree(contract, request, held, aboutFunds(request), clock.instant());
    held.stream()
        .filter(each -> each.holdsOn(request.validFrom()))
        .forEach(
            each -> {
              each.endBefore(request.validFrom(), clock.instant());
              record(each, "contract-funding.ended.v1", "Another funding follows");
            });
    fundings.persist(funding);
    return record(funding, "contract-funding.agreed.v1", "Agreed");
  }

  /** Streams name funds of the authority, of their own kind, that run when they begin. */
  private List<Violation> aboutFunds(FundingRequest request) {
    Map<UUID, Fund> known =
        funds.byId(
            request.streams().stream()
                .map(FundingStream::fundId)
                .filter(Objects::nonNull)
                .toList());
    List<Violation> objections = new ArrayList<>();
    for (int i = 0; i < request.streams().size(); i++) {
      FundingStream stream = request.streams().get(i);
      if (stream.fundId() != null) {
        String pointer = "/streams/" + i + "/fundId";
        Fund fund = known.get(stream.fundId());
        if (fund == null) {
          objections.add(new Violation(pointer, "There is no fund " + stream.fundId() + "."));
        } else if (fund.kind() != stream.kind()) {
          objections.add(new Violation(pointer, fund.name() + " is " + fund.kind() + "."));
        } else if (!fund.runsOn(request.validFrom())) {
          objections.add(
              new Violation(
                  pointer, fund.name() + " does not run on " + request.validFrom() + "."));
        }
      }
    }
    return objections;
  }

  private FundingView record(ContractFunding funding, String type, String reason) {
    fundings.flush();
    FundingView view = funding.view();
    journal.append(
        new Entry(
            "contract-funding",
            view.id(),
            view.version(),
            type,
            view.authority(),
            view,
            Map.of("reason", reason)));
    return view;
  }

  Fund fund(UUID id) {
    return funds.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("fund", id));
  }

  FundView open(String authority, FundRequest request) {
    Fund fund = Fund.open(authority, request, clock.instant());
    funds.persist(fund);
    return record(fund, "fund.opened.v1", "Opened");
  }

  FundView amend(UUID id, LongConsumer check, FundRequest request) {
    Fund fund = fund(id);
    check.accept(fund.version());
    fund.amend(request, clock.instant());
    return record(fund, "fund.amended.v1", "Amended");
  }

  FundView contribute(UUID id, LongConsumer check, Contribution contribution) {
    Fund fund = fund(id);
    check.accept(fund.version());
    fund.contribute(contribution, clock.instant());
    return record(
        fund,
        "fund.contribution-agreed.v1",
        contribution.partner() + " pays in for " + contribution.year());
  }

  private FundView record(Fund fund, String type, String reason) {
    funds.flush();
    FundView view = fund.view();
    journal.append(
        new Entry(
            "fund",
            view.id(),
            view.version(),
            type,
            view.authority(),
            view,
            Map.of("reason", reason)));
    return view;
  }
}
