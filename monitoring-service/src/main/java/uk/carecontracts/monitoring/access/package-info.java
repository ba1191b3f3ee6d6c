/** Who may see what: a provider sees its own, officers what is of their authority. */
@NullMarked
package uk.carecontracts.monitoring.access;

import org.jspecify.annotations.NullMarked;
