/** What every element of the interface may need, provided once by the root element. */
import { createContext } from '@lit/context';
import type { Messages } from './messages.ts';

/** The interface's words in the language shown. */
export const messagesContext = createContext<Messages>(Symbol('messages'));
