package uk.carecontracts.contracts.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Someone on the evaluation panel, by role; nobody is named.
 *
 * @param role what they are, such as Strategic commissioner
 * @param capacity in which capacity they judge
 * @param interestsDeclared whether they declared their interests
 * @param interest what they declared, and how it was dealt with
 */
public record PanelMember(
    @NotBlank @Size(max = 200) String role,
    @NotNull Capacity capacity,
    @NotNull Boolean interestsDeclared,
    @Nullable @Size(max = 1000) String interest) {

  /** In which capacity somebody judges. */
  public enum Capacity {
    /** An officer of the authority. */
    OFFICER,
    /** Somebody who uses such services. */
    PERSON_WHO_USES_SERVICES,
    /** Somebody who cares for one who does. */
    CARER,
    /** A clinician or practitioner. */
    PRACTITIONER,
    /** Of a partner, such as the integrated care board. */
    PARTNER,
    /** Nobody's. */
    INDEPENDENT;

    boolean speaksForPeople() {
      return this == PERSON_WHO_USES_SERVICES || this == CARER;
    }
  }
}
