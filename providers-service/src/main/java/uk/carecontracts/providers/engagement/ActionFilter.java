package uk.carecontracts.providers.engagement;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.ListFilter;

/** What a list of agreed actions asks for. */
public class ActionFilter extends ListFilter {

  @QueryParam("status")
  @Parameter(description = "Only those that stand here")
  @Nullable ActionStatus status;

  @QueryParam("owner")
  @Parameter(description = "Only of this owner")
  @Nullable String owner;

  @QueryParam("overdue")
  @Parameter(description = "true: only open ones past their due date")
  @Nullable Boolean overdue;

  /** Those that are asked for on a day. */
  ActionRepository.Filter on(LocalDate today) {
    boolean late = Boolean.TRUE.equals(overdue);
    return new ActionRepository.Filter(
        late ? ActionStatus.OPEN : status, owner, late ? today : null);
  }
}
