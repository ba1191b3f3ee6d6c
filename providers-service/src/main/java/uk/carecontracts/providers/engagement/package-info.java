/** Meetings and forums with providers, and what was agreed there. */
@NullMarked
package uk.carecontracts.providers.engagement;

import org.jspecify.annotations.NullMarked;
