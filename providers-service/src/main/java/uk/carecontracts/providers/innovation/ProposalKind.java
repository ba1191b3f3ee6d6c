package uk.carecontracts.providers.innovation;

/** What a proposal is about. */
public enum ProposalKind {
  /** A part of a specification that adds cost but little outcome. */
  SPECIFICATION_ELEMENT,
  /** Another way to deliver care. */
  NEW_MODEL,
  /** Equipment or software. */
  TECHNOLOGY,
  /** How people are recruited, trained and kept. */
  WORKFORCE,
  /** Anything else. */
  OTHER
}
