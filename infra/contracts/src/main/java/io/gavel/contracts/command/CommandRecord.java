package io.gavel.contracts.command;

/** What a record of the command topic can turn out to be. */
public sealed interface CommandRecord permits Command, Heartbeat, Unreadable {}
