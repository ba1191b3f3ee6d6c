/** Care homes and branches: sightings in dated files, and the history that follows from them. */
@NullMarked
package uk.carecontracts.providers.locations;

import org.jspecify.annotations.NullMarked;
