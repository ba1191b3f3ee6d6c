/** Action plans: what must be put right, by whom and until when. */
@NullMarked
package uk.carecontracts.monitoring.actions;

import org.jspecify.annotations.NullMarked;
