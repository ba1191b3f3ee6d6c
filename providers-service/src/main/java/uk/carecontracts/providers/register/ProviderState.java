package uk.carecontracts.providers.register;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A provider as the API and its events show it.
 *
 * @param id the record
 * @param authority GSS code of the authority that recorded it first
 * @param legalName name in its register
 * @param tradingNames further names
 * @param normalisedName what the name is compared by
 * @param kind sort of organisation
 * @param size size band
 * @param sme small or medium-sized enterprise
 * @param vcse voluntary, community or social enterprise
 * @param identifiers register identifiers
 * @param postcode of the registered office
 * @param address of the registered office
 * @param website address of its site
 * @param ultimateOwner name of the organisation or person at the top
 * @param brand shared brand
 * @param areas GSS codes of the areas it serves
 * @param clientGroups codes of the people it serves
 * @param status ACTIVE, or MERGED into another record
 * @param mergedInto the survivor of a merge
 * @param version number of the record's version
 */
@Schema(name = "Provider")
public record ProviderState(
    UUID id,
    String authority,
    String legalName,
    List<String> tradingNames,
    String normalisedName,
    @Nullable ProviderKind kind,
    @Nullable ProviderSize size,
    @Nullable Boolean sme,
    @Nullable Boolean vcse,
    List<IdentifierForm> identifiers,
    @Nullable String postcode,
    @Nullable String address,
    @Nullable String website,
    @Nullable String ultimateOwner,
    @Nullable String brand,
    List<String> areas,
    List<String> clientGroups,
    ProviderStatus status,
    @Nullable UUID mergedInto,
    long version) {}
