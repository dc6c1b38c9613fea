package org.shouxin.audit.incident.notice;

/**
 * How far the notices of the newest version have come, in persons.
 *
 * @param sent mails given to the mail server
 * @param seen persons who saw it in the portal
 * @param waiting mails that are still to be sent, of persons who have not seen it either
 * @param undelivered persons whom neither way has reached and no try is left
 * @param withheld persons of a drill, to whom nothing goes
 */
public record Progress(
    int version, int persons, int sent, int seen, int waiting, int undelivered, int withheld) {}
