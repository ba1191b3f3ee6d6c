package uk.carecontracts.contracts.register;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractType;

/** The filters by which contracts are searched (DOMAIN.md, S1); those given must all hold. */
public class ContractFilter {
  @QueryParam("q")
  @Parameter(description = "Words in title, reference, description, buyer or supplier names")
  @Nullable String text;

  @QueryParam("authority")
  @Parameter(description = "GSS code of the authority, such as E10000017")
  @Nullable String authority;

  @QueryParam("provider")
  @Parameter(description = "Part of a supplier's name or trading name")
  @Nullable String provider;

  @QueryParam("providerId")
  @Parameter(description = "Shared provider record of a supplier")
  @Nullable UUID providerId;

  @QueryParam("category")
  @Parameter(description = "ProClass or CPV code, or its beginning")
  @Nullable String category;

  @QueryParam("clientGroup")
  @Parameter(description = "Client group, UPPER_SNAKE")
  @Nullable String clientGroup;

  @QueryParam("type")
  @Parameter(description = "Kinds of agreement; repeat for several")
  @Nullable List<ContractType> types;

  @QueryParam("status")
  @Parameter(description = "Where the contract stands; repeat for several")
  @Nullable List<ContractStatus> statuses;

  @QueryParam("serviceType")
  @Parameter(description = "Service type, UPPER_SNAKE")
  @Nullable String serviceType;

  @QueryParam("area")
  @Parameter(description = "Part of the area's name")
  @Nullable String area;

  @QueryParam("valueFrom")
  @Parameter(description = "Least total value in pounds")
  @Nullable BigDecimal valueFrom;

  @QueryParam("valueTo")
  @Parameter(description = "Greatest total value in pounds")
  @Nullable BigDecimal valueTo;

  @QueryParam("startFrom")
  @Parameter(description = "Starts on or after this day")
  @Nullable LocalDate startFrom;

  @QueryParam("startTo")
  @Parameter(description = "Starts on or before this day")
  @Nullable LocalDate startTo;

  @QueryParam("endFrom")
  @Parameter(description = "Ends on or after this day")
  @Nullable LocalDate endFrom;

  @QueryParam("endTo")
  @Parameter(description = "Ends on or before this day")
  @Nullable LocalDate endTo;

  @QueryParam("expiringBefore")
  @Parameter(description = "Active contracts whose last day is before this day")
  @Nullable LocalDate expiringBefore;

  @QueryParam("flagged")
  @Parameter(description = "Whether monitoring has flagged the contract as a risk")
  @Nullable Boolean flagged;

  @QueryParam("sort")
  @Parameter(
      description = "created, title, start, end or value; with a minus before it, descending")
  @Nullable String sort;

  /** The names of all filters, as parameters of a query. */
  public static Set<String> names() {
    return Arrays.stream(ContractFilter.class.getDeclaredFields())
        .map(field -> field.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every contract within reach, of one authority when named, oldest first. */
  public static ContractFilter inOrderOfCreation(@Nullable String authority) {
    ContractFilter filter = new ContractFilter();
    filter.authority = authority;
    filter.sort = "created";
    return filter;
  }

  /** The authority filter as given. */
  public @Nullable String authority() {
    return authority;
  }

  /** Narrows the search to one authority. */
  public void onlyAuthority(String gss) {
    authority = gss;
  }

  /** Everything that shapes the list, for binding a cursor to it. */
  Object[] parts() {
    return new @Nullable Object[] {
      text,
      authority,
      provider,
      providerId,
      category,
      clientGroup,
      types,
      statuses,
      serviceType,
      area,
      valueFrom,
      valueTo,
      startFrom,
      startTo,
      endFrom,
      endTo,
      expiringBefore,
      flagged,
      sort
    };
  }
}
