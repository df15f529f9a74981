package io.gavel.contracts.command;

/**
 * A record from which not even the id, the lot and the sender can be read: nobody can be answered.
 *
 * @param problem what came and what was expected
 */
public record Unreadable(String problem) implements CommandRecord {}
