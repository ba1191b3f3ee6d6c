/** The gateway's own pages: landing page, problem types, health of the whole. */
@NullMarked
package uk.carecontracts.gateway.pages;

import org.jspecify.annotations.NullMarked;
