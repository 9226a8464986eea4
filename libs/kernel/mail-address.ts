/** The same mailbox in one spelling: no known server keeps the cases of a local part apart, and two copies would be a double. */
export const mailboxKey = (address: string): string => address.trim().normalize('NFC').toLowerCase();
