/** What is on the topics, held against what the AsyncAPI documents say. */
@NullMarked
package uk.carecontracts.testkit.events;

import org.jspecify.annotations.NullMarked;
