/** The stage of the HTTP tests: events of the other services, waiting, counting. */
package uk.carecontracts.monitoring.stage;
