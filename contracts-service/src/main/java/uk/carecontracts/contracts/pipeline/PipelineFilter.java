package uk.carecontracts.contracts.pipeline;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.kit.problem.ProblemException;

/** The filters of the public pipeline; those given must all hold. */
public class PipelineFilter {
  @QueryParam("q")
  @Parameter(description = "Words in title, reference or description")
  @Nullable String text;

  @QueryParam("authority")
  @Parameter(description = "GSS code of the council, such as E10000017")
  @Nullable String authority;

  @QueryParam("category")
  @Parameter(description = "ProClass or CPV code, or its beginning")
  @Nullable String category;

  @QueryParam("serviceType")
  @Parameter(description = "Service type, UPPER_SNAKE")
  @Nullable String serviceType;

  @QueryParam("clientGroup")
  @Parameter(description = "Client group, UPPER_SNAKE")
  @Nullable String clientGroup;

  @QueryParam("area")
  @Parameter(description = "Part of the area's name")
  @Nullable String area;

  @QueryParam("valueBand")
  @Parameter(description = "Band of the total value")
  @Nullable ValueBand valueBand;

  @QueryParam("valueFrom")
  @Parameter(description = "Least total value in pounds")
  @Nullable BigDecimal valueFrom;

  @QueryParam("valueTo")
  @Parameter(description = "Greatest total value in pounds")
  @Nullable BigDecimal valueTo;

  @QueryParam("lot")
  @Parameter(description = "Part of a lot's title; an empty text for whatever has lots")
  @Nullable String lot;

  @QueryParam("endFrom")
  @Parameter(description = "The present contract ends on or after this day, today unless given")
  @Nullable LocalDate endFrom;

  @QueryParam("endTo")
  @Parameter(description = "The present contract ends on or before this day")
  @Nullable LocalDate endTo;

  @QueryParam("sort")
  @Parameter(
      description =
          "presentEnd (unless given), or tenderExpected: what is never tendered comes last")
  @Nullable String sort;

  /** Whether the list goes by the day the tender is expected. */
  boolean byTender() {
    if (sort != null && !sort.equals("presentEnd") && !sort.equals("tenderExpected")) {
      throw ProblemException.badRequest("sort", "One of presentEnd and tenderExpected.");
    }
    return "tenderExpected".equals(sort);
  }

  /** Everything that shapes the list, for binding a cursor to it. */
  Object[] parts() {
    return new @Nullable Object[] {
      "pipeline",
      text,
      authority,
      category,
      serviceType,
      clientGroup,
      area,
      valueBand,
      valueFrom,
      valueTo,
      lot,
      endFrom,
      endTo,
      sort
    };
  }

  /** The first day of the present end that is looked for: today unless told, never before all. */
  LocalDate endsFrom(LocalDate today) {
    LocalDate from = endFrom == null ? today : endFrom;
    return from.isBefore(ContractDates.EARLIEST) ? ContractDates.EARLIEST : from;
  }
}
