package uk.carecontracts.providers.ratings;

/** Who inspects care in England. */
public enum Regulator {
  /** Care Quality Commission: adult social care and health. */
  CQC,
  /** Office for Standards in Education, Children's Services and Skills. */
  OFSTED
}
