package uk.carecontracts.contracts.projects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A risk of a project, of changing or of leaving things as they are.
 *
 * @param code its code in the register of this project
 * @param title what might happen
 * @param ofDoingNothing whether it is a risk of the status quo
 * @param likelihood 1 to 5
 * @param impact 1 to 5
 * @param owner who looks after it
 * @param mitigation what is done about it
 * @param open whether it is still there
 */
public record Risk(
    @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String code,
    @NotBlank @Size(max = 500) String title,
    @Nullable Boolean ofDoingNothing,
    @NotNull @Min(1) @Max(5) Integer likelihood,
    @NotNull @Min(1) @Max(5) Integer impact,
    @Nullable @Size(max = 200) String owner,
    @Nullable @Size(max = 4000) String mitigation,
    @Nullable Boolean open) {}
