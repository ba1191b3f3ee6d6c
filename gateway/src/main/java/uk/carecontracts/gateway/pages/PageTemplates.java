package uk.carecontracts.gateway.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Collection;
import uk.carecontracts.gateway.problem.ProblemKind;

/** The HTML templates, checked by the build. */
@CheckedTemplate
final class PageTemplates {
  private PageTemplates() {}

  static native TemplateInstance landing(Collection<String> services, Collection<String> senders);

  static native TemplateInstance problems(Collection<ProblemKind> kinds);

  static native TemplateInstance problem(ProblemKind kind);
}
