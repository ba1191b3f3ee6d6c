/**
 * What people and carers say about their care: taken in, answered, and published without
 * identities.
 */
@NullMarked
package uk.carecontracts.monitoring.voice;

import org.jspecify.annotations.NullMarked;
