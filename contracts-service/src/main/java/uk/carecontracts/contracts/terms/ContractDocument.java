package uk.carecontracts.contracts.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A document of a contract, by link or with the reason why it is kept back.
 *
 * @param title what it is
 * @param type OCDS document type such as contractSigned
 * @param documentVersion its version
 * @param url where it is
 * @param confidentialityReason why it is not linked
 */
public record ContractDocument(
    @NotBlank @Size(max = 1000) String title,
    @Nullable @Size(max = 100) String type,
    @Nullable @Size(max = 50) String documentVersion,
    @Nullable
        @Size(max = 2000)
        @Pattern(regexp = "[Hh][Tt][Tt][Pp][Ss]?://\\S+", message = "must be a web address")
        String url,
    @Nullable @Size(max = 1000) String confidentialityReason) {}
