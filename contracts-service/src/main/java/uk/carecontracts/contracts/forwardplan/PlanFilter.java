package uk.carecontracts.contracts.forwardplan;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.options.DecisionKind;

/** The filters of the forward plan; those given must all hold. */
public class PlanFilter {
  @QueryParam("from")
  @Parameter(description = "First decision day, today unless given")
  @Nullable LocalDate from;

  @QueryParam("to")
  @Parameter(description = "Last decision day")
  @Nullable LocalDate to;

  @QueryParam("decision")
  @Parameter(description = "Kinds of decision; repeat for several")
  @Nullable List<DecisionKind> decisions;

  @QueryParam("category")
  @Parameter(description = "ProClass or CPV code, or its beginning")
  @Nullable String category;

  @QueryParam("clientGroup")
  @Parameter(description = "Client group, UPPER_SNAKE")
  @Nullable String clientGroup;

  @QueryParam("team")
  @Parameter(description = "Team whose work it is")
  @Nullable String team;

  @QueryParam("rag")
  @Parameter(description = "Colour of the entry")
  @Nullable Rag rag;

  @QueryParam("major")
  @Parameter(description = "Only major contracts, or only others")
  @Nullable Boolean major;

  PlanScope scope(String authority, LocalDate today) {
    return new PlanScope(
        authority,
        null,
        decisions == null ? List.of() : decisions,
        from == null ? today : from,
        to,
        category,
        clientGroup);
  }

  boolean admits(PlanEntry entry) {
    return (from == null || !entry.decisionDate().isBefore(from))
        && (team == null || team.equals(entry.team()))
        && (rag == null || rag == entry.rag())
        && (major == null || major == entry.major());
  }

  /** Everything that shapes the list, for binding a cursor to it. */
  Object[] parts() {
    return new @Nullable Object[] {
      "forward-plan", from, to, decisions, category, clientGroup, team, rag, major
    };
  }
}
