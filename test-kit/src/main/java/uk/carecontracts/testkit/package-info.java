/**
 * What the tests of every module share: real infrastructure, tokens, matchers and architecture
 * rules.
 */
@NullMarked
package uk.carecontracts.testkit;

import org.jspecify.annotations.NullMarked;
