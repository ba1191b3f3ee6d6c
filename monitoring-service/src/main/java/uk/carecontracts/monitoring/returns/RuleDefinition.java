package uk.carecontracts.monitoring.returns;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.returns.ReturnRule.Part;
import uk.carecontracts.monitoring.returns.ReturnRule.Relation;
import uk.carecontracts.monitoring.returns.ReturnRule.Severity;

/**
 * A rule an authority defines for its returns; see {@link ReturnRule} for what the parts mean.
 *
 * @param code its code in upper case; a shared rule's code puts this one in its place
 * @param leftIndicator the first value's indicator
 * @param leftPart which part of it
 * @param relation what the first must be to the second
 * @param rightIndicator the second value's indicator
 * @param rightPart which part of it
 * @param severity ERROR refuses the return, WARNING flags it
 * @param message the rule in words
 * @param validFrom first day; today when left out
 */
@Schema(name = "ReturnRuleDefinition")
public record RuleDefinition(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}") String code,
    @NotBlank @Size(max = 60) String leftIndicator,
    @NotNull Part leftPart,
    @NotNull Relation relation,
    @NotBlank @Size(max = 60) String rightIndicator,
    @NotNull Part rightPart,
    @NotNull Severity severity,
    @NotBlank @Size(max = 500) String message,
    @Nullable LocalDate validFrom) {

  ReturnRule by(String authority, LocalDate today) {
    return new ReturnRule(
        authority,
        code,
        leftIndicator,
        leftPart,
        relation,
        rightIndicator,
        rightPart,
        severity,
        message,
        validFrom == null ? today : validFrom,
        null,
        "Defined by the authority");
  }
}
