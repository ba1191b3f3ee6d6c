/**
 * Standards, assessments against them to a rating, and what the regulator's inspection is relied on
 * for.
 */
@NullMarked
package uk.carecontracts.monitoring.assessments;

import org.jspecify.annotations.NullMarked;
