package uk.carecontracts.contracts.terms;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What kind of thing is bought.
 *
 * @param proclass ProClass code, six digits
 * @param cpv CPV codes, eight digits, the main one first
 */
@Schema(description = "What kind of thing is bought, by ProClass and CPV")
public record Categories(
    @Nullable @Pattern(regexp = "\\d{6}", message = "must be a ProClass code of six digits")
        String proclass,
    List<@Pattern(regexp = "\\d{8}", message = "must be a CPV code of eight digits") String> cpv) {
  /** Nothing stated. */
  public static final Categories NONE = new Categories(null, List.of());

  /** Copies the list. */
  public Categories {
    cpv = Lists.orEmpty(cpv);
  }
}
