/** Whether an authority may give a provider work: accreditation by service, and suspension. */
@NullMarked
package uk.carecontracts.providers.fitness;

import org.jspecify.annotations.NullMarked;
