/**
 * The regulators' directories as files: read whatever their year's layout, encoding and spelling.
 */
@NullMarked
package uk.carecontracts.providers.directories;

import org.jspecify.annotations.NullMarked;
