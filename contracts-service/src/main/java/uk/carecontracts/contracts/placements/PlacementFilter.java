package uk.carecontracts.contracts.placements;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;

/** Which placements are wanted; those are meant whose latest terms match. */
public class PlacementFilter {
  @QueryParam("contractId")
  @Parameter(description = "The contract or agreement they are made under")
  @Nullable UUID contractId;

  @QueryParam("providerId")
  @Parameter(description = "Provider record of who gives the care; merged records count with it")
  @Nullable UUID providerId;

  @QueryParam("locationId")
  @Parameter(description = "The registered home or branch")
  @Nullable UUID locationId;

  @QueryParam("kind")
  @Parameter(description = "SPOT or BLOCK")
  @Nullable PlacementKind kind;

  @QueryParam("status")
  @Parameter(description = "ACTIVE or ENDED")
  @Nullable PlacementStatus status;

  @QueryParam("careType")
  @Parameter(description = "Kind of care, such as RESIDENTIAL_HOME")
  @Nullable String careType;

  @QueryParam("area")
  @Parameter(description = "District where it is given")
  @Nullable String area;

  @QueryParam("serviceType")
  @Parameter(description = "Service, such as HOMECARE")
  @Nullable String serviceType;

  @QueryParam("clientGroup")
  @Parameter(description = "Group of people, such as OLDER_PEOPLE")
  @Nullable String clientGroup;

  @QueryParam("activeOn")
  @Parameter(description = "Only those given on this day")
  @Nullable LocalDate activeOn;

  @QueryParam("reference")
  @Parameter(description = "The authority's own reference")
  @Nullable String reference;

  @QueryParam("personReference")
  @Parameter(description = "Pseudonymous reference of the person, for all their packages of care")
  @Nullable String personReference;

  @QueryParam("startFrom")
  @Parameter(description = "First day on or after this day")
  @Nullable LocalDate startFrom;

  @QueryParam("startTo")
  @Parameter(description = "First day on or before this day")
  @Nullable LocalDate startTo;

  @QueryParam("endFrom")
  @Parameter(description = "Known last day on or after this day")
  @Nullable LocalDate endFrom;

  @QueryParam("endTo")
  @Parameter(description = "Known last day on or before this day, such as those to be reviewed")
  @Nullable LocalDate endTo;

  /** The filter as conditions on placement p and one of its terms t. */
  Conditions conditions() {
    Conditions all =
        new Conditions()
            .and("p.contract_id = ?", contractId)
            .and("p.provider_id in (select provider_family(provider_survivor(?)))", providerId)
            .and("t.location_id = ?", locationId)
            .and("t.kind = ?", kind)
            .and("p.status = ?", status)
            .and("t.care_type = ?", careType)
            .and("t.area = ?", area)
            .and("p.service_type = ?", serviceType)
            .and("p.client_group = ?", clientGroup)
            .and("p.reference = ?", reference)
            .and("p.person_reference = ?", personReference)
            .and("p.start_date >= ?", startFrom)
            .and("p.start_date <= ?", startTo)
            .and("p.end_date >= ?", endFrom)
            .and("p.end_date <= ?", endTo);
    return activeOn == null
        ? all.when(
            true,
            "t.valid_from = (select max(l.valid_from) from placement_terms l"
                + " where l.placement_id = p.id)")
        : all.and("t.valid_from <= ?", activeOn)
            .and("coalesce(t.valid_to, 'infinity') > ?", activeOn);
  }

  String fingerprint() {
    return Cursor.fingerprint(
        "placements",
        contractId,
        providerId,
        locationId,
        kind,
        status,
        careType,
        area,
        serviceType,
        clientGroup,
        activeOn,
        reference,
        personReference,
        startFrom,
        startTo,
        endFrom,
        endTo);
  }
}
