package uk.carecontracts.providers.engagement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an agreed action stands. */
@Schema(name = "AgreedActionStatus")
public enum ActionStatus {
  /** Still to be done. */
  OPEN,
  /** Done, with its outcome. */
  DONE,
  /** Not to be done any more, for a reason. */
  DROPPED
}
