/** Events delivered to other systems' own addresses: signed, retried for hours, replayable. */
@NullMarked
package uk.carecontracts.kit.webhooks;

import org.jspecify.annotations.NullMarked;
