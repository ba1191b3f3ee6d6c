package uk.carecontracts.providers.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Organisations that registers name and that only a person can tell from others. */
public interface OrganisationReviews {

  /**
   * Which records people said are meant by organisations named like these; those nobody decided
   * about are left out.
   */
  Map<OrganisationFacts, UUID> decided(Collection<OrganisationFacts> named);

  /**
   * Puts an organisation before a person; named in the same way again it is the same question.
   *
   * @param authority GSS code of who imports
   * @param facts what the register says
   * @param source the file
   * @param why what speaks for and against
   * @param candidates records to choose from
   * @return the question
   */
  UUID ask(
      String authority,
      OrganisationFacts facts,
      String source,
      List<String> why,
      List<UUID> candidates);

  /** Locations by the question whose answer is their provider. */
  void concerns(Map<UUID, Set<UUID>> locations);
}
