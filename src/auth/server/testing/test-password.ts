export const TEST_PASSWORD = 'Correct-Horse-1'
/** At the lowest cost there is: most tests are about something else, and each guess would take a fifth of a second. */
export const TEST_PASSWORD_HASH = '$2b$04$S3zxSGzStBXm7p1jLYyl1O94IrcL/TudALQsdYemNsw7dDjzgJJxK'
