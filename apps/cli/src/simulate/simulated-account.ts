/** The mailbox a simulated conversation is written from. */
export const SIMULATED_ACCOUNT = 'sales@example.com';
