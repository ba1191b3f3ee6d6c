package uk.carecontracts.monitoring.returns;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a return goes back.
 *
 * @param reasons what is to be put right, at least one
 */
@Schema(name = "SendBack")
public record SendBack(
    @NotNull @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 2000) String> reasons) {}
