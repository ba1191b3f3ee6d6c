package uk.carecontracts.providers.register;

import java.util.List;
import uk.carecontracts.providers.identity.Candidate;

/** Where records are looked for, made and corrected while organisations are matched. */
interface Records {

  /** Who a described organisation might be, the most likely first, as far as worth a look. */
  List<Match> matches(Candidate wanted);

  /** Registers an organisation that a file or an event named and that matches nothing. */
  Provider registerUnmatched(String authority, ProviderDetails details, String why);

  /** Corrects a record that a match found; nothing happens when nothing differs. */
  Provider amend(String authority, Provider provider, ProviderDetails details, String why);

  /** A record that a match found. */
  Provider provider(Match match);
}
