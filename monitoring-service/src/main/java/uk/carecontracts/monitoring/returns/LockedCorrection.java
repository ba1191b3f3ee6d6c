package uk.carecontracts.monitoring.returns;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an approved return should have said.
 *
 * @param reason why it has to be put right after it was locked
 * @param observations what was measured, in whole
 */
@Schema(name = "LockedReturnCorrection")
public record LockedCorrection(
    @NotBlank @Size(max = 2000) String reason,
    @NotNull @Size(max = 200) List<@Valid @NotNull Reading> observations) {}
