package uk.carecontracts.contracts.cycle;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The cycle view as a page for people. */
@CheckedTemplate(basePath = "cycle", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class CyclePages {
  private CyclePages() {}

  /** The whole view. */
  static native TemplateInstance view(CycleView view);
}
