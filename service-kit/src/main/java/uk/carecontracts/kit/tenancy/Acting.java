package uk.carecontracts.kit.tenancy;

/**
 * On whose behalf a transaction runs.
 *
 * @param reach how far it sees
 * @param authority GSS code of the authority whose rows it may write, empty for none
 * @param actor who is recorded in the journal
 * @param origin from where, such as a network address
 */
public record Acting(Reach reach, String authority, String actor, String origin) {
  /** Part of the service itself, seeing every row. */
  public static Acting system(String actor) {
    return new Acting(Reach.SYSTEM, "", actor, "internal");
  }

  /** Background work for one authority, on behalf of the one who asked for it. */
  public static Acting forAuthority(String authority, String actor) {
    return new Acting(Reach.OWN, authority, actor, "internal");
  }
}
