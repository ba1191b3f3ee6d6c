package uk.carecontracts.providers.register;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.NotASupplier;
import uk.carecontracts.providers.identity.OrganisationName;
import uk.carecontracts.providers.identity.Postcode;
import uk.carecontracts.providers.identity.Scheme;

/** The requests of the provider register. */
public final class ProviderForms {

  private ProviderForms() {}

  /** A provider to register. */
  @Schema(name = "NewProvider")
  public record NewProvider(
      @NotBlank @Size(max = 300) @Schema(examples = "Oak Care Limited") String legalName,
      @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> tradingNames,
      @Nullable ProviderKind kind,
      @Nullable ProviderSize size,
      @Nullable Boolean sme,
      @Nullable Boolean vcse,
      @Nullable @Size(max = 50) List<@Valid @NotNull IdentifierForm> identifiers,
      @Nullable @Size(max = 10) String postcode,
      @Nullable @Size(max = 500) String address,
      @Nullable @Size(max = 500) String website,
      @Nullable @Size(max = 300) String ultimateOwner,
      @Nullable @Size(max = 300) String brand,
      @Nullable @Size(max = 400) List<@NotBlank String> areas,
      @Nullable @Size(max = 50) List<@NotBlank String> clientGroups,
      @Nullable
          @Schema(
              description =
                  "Records that look alike and are known to be other organisations; without them a"
                      + " likely duplicate is refused")
          Set<UUID> distinctFrom) {

    ProviderDetails details() {
      String name = OrganisationName.clean(legalName);
      NotASupplier.reason(name)
          .ifPresent(
              reason -> {
                throw new RuleViolation("NOT_A_PROVIDER_NAME", reason, "/legalName");
              });
      return new ProviderDetails(
          name,
          orEmpty(tradingNames),
          kind,
          size,
          sme,
          vcse,
          parsed(orEmpty(identifiers)),
          parsedPostcode(postcode),
          address,
          website,
          ultimateOwner,
          brand,
          areaCodes(orEmpty(areas)),
          codes(orEmpty(clientGroups)));
    }
  }

  /** Corrections to a provider: what is absent stays, an empty text or list clears. */
  @Schema(name = "ProviderAmendment")
  public record Amendment(
      @Nullable @Size(min = 1, max = 300) String legalName,
      @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> tradingNames,
      @Nullable ProviderKind kind,
      @Nullable ProviderSize size,
      @Nullable Boolean sme,
      @Nullable Boolean vcse,
      @Nullable @Size(max = 50) List<@Valid @NotNull IdentifierForm> identifiers,
      @Nullable @Size(max = 10) String postcode,
      @Nullable @Size(max = 500) String address,
      @Nullable @Size(max = 500) String website,
      @Nullable @Size(max = 300) String ultimateOwner,
      @Nullable @Size(max = 300) String brand,
      @Nullable @Size(max = 400) List<@NotBlank String> areas,
      @Nullable @Size(max = 50) List<@NotBlank String> clientGroups,
      @Nullable @Size(max = 1000) String reason) {

    ProviderDetails over(ProviderDetails now) {
      return new ProviderDetails(
          legalName == null ? now.legalName() : OrganisationName.clean(legalName),
          tradingNames == null ? now.tradingNames() : tradingNames,
          kind == null ? now.kind() : kind,
          size == null ? now.size() : size,
          sme == null ? now.sme() : sme,
          vcse == null ? now.vcse() : vcse,
          identifiers == null ? now.identifiers() : parsed(identifiers),
          postcode == null ? now.postcode() : parsedPostcode(postcode),
          text(address, now.address()),
          text(website, now.website()),
          text(ultimateOwner, now.ultimateOwner()),
          text(brand, now.brand()),
          areas == null ? now.areas() : areaCodes(areas),
          clientGroups == null ? now.clientGroups() : codes(clientGroups));
    }
  }

  /** A merge: which record survives, and why. */
  @Schema(name = "ProviderMerge")
  public record Merge(
      @NotNull @Schema(description = "The surviving record") UUID into,
      @NotBlank @Size(max = 1000) String reason) {}

  /** Why a merge is taken back. */
  @Schema(name = "ProviderMergeUndo")
  public record Undo(@NotBlank @Size(max = 1000) String reason) {}

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  private static @Nullable String text(@Nullable String given, @Nullable String now) {
    return given == null ? now : Optional.of(given).filter(t -> !t.isBlank()).orElse(null);
  }

  private static List<Identifier> parsed(List<IdentifierForm> forms) {
    List<Identifier> identifiers = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      IdentifierForm form = forms.get(i);
      String place = "/identifiers/" + i;
      Optional<Identifier> identifier = Identifier.parse(form.scheme(), form.id());
      if (identifier.isPresent()) {
        identifiers.add(identifier.get());
      } else if (Scheme.of(form.scheme()).isEmpty()) {
        violations.add(new Violation(place + "/scheme", "Unknown scheme " + form.scheme() + "."));
      } else {
        violations.add(
            new Violation(
                place + "/id", "'" + form.id() + "' is not valid in " + form.scheme() + "."));
      }
    }
    if (!violations.isEmpty()) {
      throw new RuleViolation("INVALID_IDENTIFIER", violations);
    }
    return identifiers;
  }

  private static @Nullable String parsedPostcode(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Postcode.parse(text)
        .map(Postcode::value)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "INVALID_POSTCODE", "'" + text + "' is not a postcode.", "/postcode"));
  }

  private static List<String> areaCodes(List<String> areas) {
    areas.stream()
        .filter(area -> !area.matches("[ENSW]\\d{8}"))
        .findFirst()
        .ifPresent(
            bad -> {
              throw new RuleViolation(
                  "INVALID_AREA", "'" + bad + "' is not a GSS code such as E08000009.", "/areas");
            });
    return areas;
  }

  private static List<String> codes(List<String> groups) {
    return groups.stream().map(group -> group.strip().toUpperCase(Locale.ROOT)).toList();
  }
}
