/** Choosing a ticket (P3): at random, so that it tells nothing of how many came before, and none that is in use. */
import { ticketWordIds } from '../../../content/format/tickets.ts';
import type { Ticket } from '../../../renderer/host/printing.ts';

/** Numbers of two digits, without thirteen and its like: by ear they are taken for thirty, and one of them for bad luck. */
export const LEAST_NUMBER = 20;
export const MOST_NUMBER = 99;

const numbers = MOST_NUMBER - LEAST_NUMBER + 1;

/** How many tickets there are. */
export const allTickets = ticketWordIds.length * numbers;

/** The ticket at a place among all, from 0. */
const ticketAt = (place: number): Ticket => ({
  word: ticketWordIds[Math.floor(place / numbers)] ?? ticketWordIds[0],
  number: LEAST_NUMBER + (place % numbers),
});

export const isSameTicket = (left: Ticket, right: Ticket): boolean =>
  left.word === right.word && left.number === right.number;

/**
 * A ticket that is not in use. No word is in use twice while there are others, so that a word alone, half heard at the
 * desk, finds its summary.
 *
 * @param randomBelow - a whole number from 0 to below its argument
 * @throws Error when all are in use, which the queue's length does not allow
 */
export const chooseTicket = (inUse: readonly Ticket[], randomBelow: (limit: number) => number): Ticket => {
  const every = Array.from({ length: allTickets }, (_value, place) => ticketAt(place));
  const words = new Set(inUse.map(({ word }) => word));
  const fresh = every.filter(({ word }) => !words.has(word));
  const free = fresh.length > 0 ? fresh : every.filter((ticket) => !inUse.some((used) => isSameTicket(used, ticket)));
  const chosen = free[randomBelow(free.length)];
  if (chosen === undefined) throw new Error('every ticket is in use');
  return chosen;
};
