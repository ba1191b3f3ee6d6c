package uk.carecontracts.contracts.sample;

/** Stands for a class of the contracts service. */
public class SampleContract {}
