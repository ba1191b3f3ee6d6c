package uk.carecontracts.gateway.usage;

import java.time.LocalDate;

/**
 * What is counted together.
 *
 * @param day in UTC
 * @param client who asked
 * @param group part of the API
 */
record Subject(LocalDate day, String client, String group) {}
