package uk.carecontracts.kit.notes;

import java.util.UUID;

/** A note. */
public record Note(UUID id, String authority, String title, long version) {}
