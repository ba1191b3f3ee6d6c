package uk.carecontracts.testkit;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives each property a seed of its own that stays the same from build to build, so that a build's
 * verdict depends on the commit and not on the dice. {@code -Dproperties.explore=true} throws the
 * dice: new seeds on each run, to look for what nobody has thought of.
 */
public final class RepeatableProperties implements AroundPropertyHook {
  private static final String EXPLORE = "properties.explore";

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyAttributes attributes = context.attributes();
    if (!Boolean.getBoolean(EXPLORE) && attributes.seed().isEmpty()) {
      attributes.setSeed(Integer.toString(context.extendedLabel().hashCode()));
    }
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public boolean appliesTo(Optional<AnnotatedElement> element) {
    return true;
  }
}
