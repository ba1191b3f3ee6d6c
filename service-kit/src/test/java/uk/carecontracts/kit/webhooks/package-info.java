/** What a delivery may reach, and how it is signed. */
@NullMarked
package uk.carecontracts.kit.webhooks;

import org.jspecify.annotations.NullMarked;
