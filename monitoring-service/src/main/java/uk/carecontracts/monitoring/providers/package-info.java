/** What monitoring knows of providers, their locations and ratings, from their events alone. */
@NullMarked
package uk.carecontracts.monitoring.providers;

import org.jspecify.annotations.NullMarked;
